using System.Globalization;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Kelvin.Loading.Formats;

/// <summary>The values of a column in a group of rows, and how each is written.</summary>
internal sealed class ParquetValues(Action<int, RecordText> write)
{
    /// <summary>Writes the value of a row of the group.</summary>
    public void Write(int row, RecordText target) => write(row, target);

    /// <summary>Reads a column.</summary>
    /// <exception cref="UnusableFileException">Its type has no counterpart here.</exception>
    public static ParquetValues Read(ParquetRowGroupReader group, DataField field)
    {
        var rows = checked((int)group.RowCount);
        var type = field.ClrType;
        // Arrow and others mark instants in UTC so.
        var isUtc = field.SchemaElement?.LogicalType?.TIMESTAMP?.IsAdjustedToUTC ?? false;
        return type switch
        {
            _ when type == typeof(ReadOnlyMemory<char>) => Of<ReadOnlyMemory<char>>(group, field, rows, (value, target) => target.Text(value.Span)),
            _ when type == typeof(ReadOnlyMemory<byte>) => Of<ReadOnlyMemory<byte>>(group, field, rows, (value, target) => target.Text(Convert.ToHexString(value.Span))),
            _ when type == typeof(bool) => Of<bool>(group, field, rows, (value, target) => target.Truth(value)),
            _ when type == typeof(float) => Of<float>(group, field, rows, (value, target) => target.Number(value.ToString("R", CultureInfo.InvariantCulture))),
            _ when type == typeof(double) => Of<double>(group, field, rows, (value, target) => target.Number(value.ToString("R", CultureInfo.InvariantCulture))),
            _ when type == typeof(decimal) => Of<decimal>(group, field, rows, Number),
            _ when type == typeof(BigDecimal) => Of<BigDecimal>(group, field, rows, (value, target) => target.Number(value.ToString())),
            _ when type == typeof(sbyte) => Of<sbyte>(group, field, rows, Number),
            _ when type == typeof(byte) => Of<byte>(group, field, rows, Number),
            _ when type == typeof(short) => Of<short>(group, field, rows, Number),
            _ when type == typeof(ushort) => Of<ushort>(group, field, rows, Number),
            _ when type == typeof(int) => Of<int>(group, field, rows, Number),
            _ when type == typeof(uint) => Of<uint>(group, field, rows, Number),
            _ when type == typeof(long) => Of<long>(group, field, rows, Number),
            _ when type == typeof(ulong) => Of<ulong>(group, field, rows, Number),
            _ when type == typeof(DateTime) => Of<DateTime>(group, field, rows, (value, target) => Moment(value, isUtc, target)),
            _ when type == typeof(DateOnly) => Of<DateOnly>(group, field, rows, (value, target) => target.Moment(value.ToDateTime(TimeOnly.MinValue))),
            _ when type == typeof(TimeSpan) => Of<TimeSpan>(group, field, rows, (value, target) => target.Text(value.ToString("c", CultureInfo.InvariantCulture))),
            _ when type == typeof(TimeOnly) => Of<TimeOnly>(group, field, rows, (value, target) => target.Text(value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture))),
            _ when type == typeof(Guid) => Of<Guid>(group, field, rows, (value, target) => target.Text(value.ToString())),
            _ => throw UnusableFileException.With("import.parquet-type", ("column", field.Name), ("type", type.Name)),
        };
    }

    private static void Number<T>(T value, RecordText target)
        where T : struct, IFormattable => target.Number(value.ToString(null, CultureInfo.InvariantCulture));

    private static void Moment(DateTime value, bool isUtc, RecordText target)
    {
        if (isUtc)
            target.Instant(value);
        else
            target.Moment(value);
    }

    private static ParquetValues Of<T>(ParquetRowGroupReader group, DataField field, int rows, Action<T, RecordText> write)
        where T : struct
    {
        if (!field.IsNullable && field.MaxDefinitionLevel == 0)
        {
            var present = new T[rows];
            group.ReadAsync(field, present.AsMemory()).AsTask().GetAwaiter().GetResult();
            return new ParquetValues((row, target) => write(present[row], target));
        }
        var values = new T?[rows];
        group.ReadAsync<T>(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
        return new ParquetValues((row, target) =>
        {
            if (values[row] is { } value)
                write(value, target);
            else
                target.Missing();
        });
    }
}
