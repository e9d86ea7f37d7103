using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Kelvin.Engines.DuckDb.Reading;

/// <summary>For each kind of value, how to read it from the Arrow types that DuckDB may answer with.</summary>
internal static class ArrowValues
{
    public static Func<int, decimal> Decimals(IArrowArray array) => array switch
    {
        Decimal128Array exact => ExactDecimals(exact),
        Int64Array whole => row => whole.Values[row],
        Int32Array whole => row => whole.Values[row],
        DoubleArray binary => row => (decimal)binary.Values[row],
        _ => Small(array),
    };

    public static Func<int, double> Doubles(IArrowArray array) => array switch
    {
        DoubleArray binary => row => binary.Values[row],
        Decimal128Array exact => ExactDecimals(exact) is var read ? row => (double)read(row) : throw new InvalidOperationException(),
        Int64Array whole => row => whole.Values[row],
        Int32Array whole => row => whole.Values[row],
        FloatArray binary => row => binary.Values[row],
        _ => Small(array) is var read ? row => (double)read(row) : throw new InvalidOperationException(),
    };

    public static Func<int, string> Texts(IArrowArray array) => array switch
    {
        StringArray text => row => text.GetString(row),
        BooleanArray truth => row => truth.GetValue(row)!.Value ? "true" : "false",
        Date32Array or TimestampArray => Timestamps(array) is var read
            ? row => read(row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : throw new InvalidOperationException(),
        _ => Decimals(array) is var read
            ? row => read(row).ToString(CultureInfo.InvariantCulture) : throw new InvalidOperationException(),
    };

    public static Func<int, bool> Booleans(IArrowArray array) => array switch
    {
        BooleanArray truth => row => truth.GetValue(row)!.Value,
        _ => throw Unexpected(array, "a truth value"),
    };

    public static Func<int, DateOnly> Dates(IArrowArray array) => array switch
    {
        Date32Array day => row => DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + day.Values[row]),
        TimestampArray => Timestamps(array) is var read ? row => DateOnly.FromDateTime(read(row)) : throw new InvalidOperationException(),
        _ => throw Unexpected(array, "a day"),
    };

    public static Func<int, DateTime> Timestamps(IArrowArray array) => array switch
    {
        TimestampArray { Data.DataType: TimestampType { Unit: TimeUnit.Microsecond } } instant =>
            row => DateTime.UnixEpoch.AddTicks(instant.Values[row] * TimeSpan.TicksPerMicrosecond),
        Date32Array day => row => DateTime.UnixEpoch.AddDays(day.Values[row]),
        _ => throw Unexpected(array, "an instant"),
    };

    private static Func<int, decimal> ExactDecimals(Decimal128Array array)
    {
        var scale = ((Decimal128Type)array.Data.DataType).Scale;
        return row => ExactDecimal.From(array.ValueBuffer.Span.Slice((array.Offset + row) * 16, 16), scale);
    }

    private static Func<int, decimal> Small(IArrowArray array) => array switch
    {
        Int16Array whole => row => whole.Values[row],
        Int8Array whole => row => whole.Values[row],
        UInt8Array whole => row => whole.Values[row],
        UInt16Array whole => row => whole.Values[row],
        UInt32Array whole => row => whole.Values[row],
        UInt64Array whole => row => whole.Values[row],
        FloatArray binary => row => (decimal)binary.Values[row],
        BooleanArray truth => row => truth.GetValue(row)!.Value ? 1 : 0,
        _ => throw Unexpected(array, "a number"),
    };

    private static InvalidOperationException Unexpected(IArrowArray array, string wanted) =>
        new($"The statement returns {array.Data.DataType.Name} where {wanted} was expected.");
}
