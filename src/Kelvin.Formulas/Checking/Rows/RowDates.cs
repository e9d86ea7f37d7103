namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Dates and instants of a row.</summary>
internal static class RowDates
{
    /// <summary>The local day of an instant; everything else as it is.</summary>
    public static RowExpression AsDate(RowExpression value) =>
        value.Type.Kind == ValueKind.Timestamp
            ? new RowExpression.Call(RowFunction.DateOfTimestamp, [value], DataType.Date)
            : value;

    /// <summary>Whether the value is a day or an instant.</summary>
    public static bool IsInTime(RowExpression value) => value.Type.Kind is ValueKind.Date or ValueKind.Timestamp;

    /// <summary>Days from the first to the second: between instants with fractions, else between local days.</summary>
    public static RowExpression DaysBetween(RowExpression first, RowExpression second)
    {
        var areInstants = first.Type.Kind == ValueKind.Timestamp && second.Type.Kind == ValueKind.Timestamp;
        return areInstants
            ? new RowExpression.Call(RowFunction.DaysBetweenTimestamps, [first, second], DataType.Number(Quantities.Unit.Day))
            : new RowExpression.Call(RowFunction.DaysBetweenDates, [AsDate(first), AsDate(second)], DataType.Number(Quantities.Unit.Day));
    }
}
