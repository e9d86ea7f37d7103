using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Formulas;
using Kelvin.Quantities;

namespace Kelvin.Compiler.Binding;

/// <summary>
/// Dimensions and conditions that read the time axis itself, as <c>weekday(time)</c>, of a measure that is seen at an earlier
/// time: what <c>prior(m, 7 days)</c> shows on a Monday are the rows of the Monday before, so the axis moves along.
/// </summary>
internal static class AxisMoves
{
    /// <summary>Whether an expression reads the axis.</summary>
    public static bool Reads(RowExpression expression, TimeAxis axis) => expression.Has(part => IsAxis(part, axis));

    /// <summary>The expression with the axis moved along these windows, or null when that has no meaning.</summary>
    public static RowExpression? Along(RowExpression expression, TimeAxis? axis, ImmutableArray<TimeWindow> path)
    {
        if (axis is null || path.IsEmpty || !Reads(expression, axis))
            return expression;
        var moves = path.Select(window => (window as TimeWindow.Prior)?.By).ToList();
        if (moves.Exists(by => by is not { } length || length.Step.IsWithinDay))
            return null;
        var moved = expression.Replace(part => IsDay(part, axis) ? moves.Aggregate(part, (day, by) => Later(day, by!.Value)) : null);
        return axis.IsInstant && HasInstant(moved, axis) ? null : moved;
    }

    /// <summary>The local day of the axis, or the axis itself where it holds days.</summary>
    private static bool IsDay(RowExpression part, TimeAxis axis) => axis.IsInstant
        ? part is RowExpression.Call { Function: RowFunction.DateOfTimestamp, Arguments: [var moment] } && IsAxis(moment, axis)
        : IsAxis(part, axis);

    /// <summary>Whether the moment itself is read anywhere but to find its day.</summary>
    private static bool HasInstant(RowExpression expression, TimeAxis axis) =>
        Reads(expression.Replace(part => IsDay(part, axis) ? new RowExpression.Constant(DateOnly.MinValue, DataType.Date) : null), axis);

    private static bool IsAxis(RowExpression part, TimeAxis axis) => part is RowExpression.Column column && column.Path == axis.Path;

    /// <summary>A day that length later.</summary>
    private static RowExpression.Call Later(RowExpression day, CalendarSpan by) => by.Step.Name switch
    {
        "day" => Moved(RowFunction.AddDays, day, by.Count),
        "week" => Moved(RowFunction.AddDays, day, 7 * by.Count),
        "month" => Moved(RowFunction.AddMonths, day, by.Count),
        "quarter" => Moved(RowFunction.AddMonths, day, 3 * by.Count),
        "year" => Moved(RowFunction.AddMonths, day, 12 * by.Count),
        var own => Moved(RowFunction.AddPeriods, day, by.Count, new RowExpression.Constant(own, DataType.Text)),
    };

    private static RowExpression.Call Moved(RowFunction function, RowExpression day, int steps, params ReadOnlySpan<RowExpression> grain) =>
        new(function, [day, new RowExpression.Constant((decimal)steps, DataType.Number(Unit.None)), .. grain], DataType.Date);
}
