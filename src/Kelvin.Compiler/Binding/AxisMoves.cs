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
        if (moves.Exists(by => by is null || StepsOf(by.Value) is null))
            return null;
        var moved = expression.Replace(part => IsDay(part, axis)
            ? moves.Aggregate(part, (day, by) => new RowExpression.Call(StepsOf(by!.Value)!.Value.Function, [day, Number(StepsOf(by.Value)!.Value.Steps)], DataType.Date))
            : null);
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

    private static (RowFunction Function, int Steps)? StepsOf(CalendarSpan by) => by.Step.Name switch
    {
        "day" => (RowFunction.AddDays, by.Count),
        "week" => (RowFunction.AddDays, 7 * by.Count),
        "month" => (RowFunction.AddMonths, by.Count),
        "quarter" => (RowFunction.AddMonths, 3 * by.Count),
        "year" => (RowFunction.AddMonths, 12 * by.Count),
        _ => null,
    };

    private static RowExpression.Constant Number(int steps) => new((decimal)steps, DataType.Number(Unit.None));
}
