using Kelvin.Queries.Warehouse;
using Parquet;
using Parquet.Schema;

namespace Kelvin.Cli.Query.Formats;

/// <summary>Rows as a Parquet file of one row group. Decimals stay decimals.</summary>
internal static class ParquetRows
{
    public static async Task WriteAsync(MachineTable table, Stream stream, CancellationToken cancellationToken)
    {
        var fields = table.Columns.Select(FieldOf).ToArray();
        // The format's end speaks of places in the file, which an output cannot tell.
        using var whole = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), whole, cancellationToken: cancellationToken))
        {
            using var group = writer.CreateRowGroup();
            for (var index = 0; index < fields.Length; index++)
                await WriteAsync(group, fields[index], table.Columns[index], cancellationToken);
        }
        whole.Position = 0;
        await whole.CopyToAsync(stream, cancellationToken);
    }

    private static DataField FieldOf(MachineColumn column) => column.Kind switch
    {
        ResultKind.Decimal => new DecimalDataField(column.Name, MachineColumn.Precision, column.Scale, isNullable: true),
        ResultKind.Double => new DataField<double>(column.Name, true),
        ResultKind.Boolean => new DataField<bool>(column.Name, true),
        ResultKind.Date => new DateTimeDataField(column.Name, DateTimeFormat.Date, isNullable: true),
        ResultKind.Timestamp => new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true),
        _ => new DataField<string>(column.Name, true),
    };

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, MachineColumn column, CancellationToken cancellationToken)
    {
        Task Typed<T>(Func<object, T> typed)
            where T : struct =>
            group.WriteAsync<T>(field, column.Values.Select(value => value is null ? (T?)null : typed(value)).ToArray(), cancellationToken: cancellationToken);

        return column.Kind switch
        {
            ResultKind.Decimal => Typed(value => MachineColumn.Shortest((decimal)value)),
            ResultKind.Double => Typed(value => (double)value),
            ResultKind.Boolean => Typed(value => (bool)value),
            ResultKind.Date => Typed(value => ((DateOnly)value).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
            ResultKind.Timestamp => Typed(value => (DateTime)value),
            _ => group.WriteAsync(field, column.Values.Select(value => (string?)value).ToArray()!),
        };
    }
}
