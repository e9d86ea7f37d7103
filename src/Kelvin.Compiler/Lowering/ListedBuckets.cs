using Kelvin.Calendars;
using Kelvin.Compiler.Pinning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Cuts rows into periods that no function of an engine knows, such as sprints: by arithmetic where they are of equal length,
/// else with a step at every boundary of the time that the data covers.
/// </summary>
internal static class ListedBuckets
{
    /// <summary>The first day of the period of a local day; of the gap where it lies in none.</summary>
    /// <param name="grain">A grain of a workspace's own calendar.</param>
    /// <param name="day">The local day.</param>
    /// <param name="calendar">The calendar.</param>
    public static SqlExpression StartOf(Grain grain, LocalDay day, Calendar calendar)
    {
        if (day.Extent is not { } extent)
            return day.Value;
        if (calendar.EqualPeriodsOf(grain) is { } equal)
            return Counted(equal, grain, day, calendar);
        var starts = Boundaries(grain, calendar, extent).ToArray();
        return StepFunction.Of(day.Compared, [.. starts.Select((start, index) =>
            (day.Before(index + 1 < starts.Length ? starts[index + 1] : DateOnly.MaxValue, calendar), Moments.Constant(start)))]);
    }

    private static SqlExpression Counted(EqualPeriods equal, Grain grain, LocalDay day, Calendar calendar)
    {
        var first = Moments.Constant(equal.First);
        var since = equal.InMonths ? MonthsSince(equal.First, day.Value) : new SqlExpression.Call(SqlFunction.DateDifferenceInDays, first, day.Value);
        var length = SqlExpression.Literal.Of(equal.Length);
        var passed = new SqlExpression.Call(SqlFunction.Multiply,
            new SqlExpression.Call(SqlFunction.Floor, new SqlExpression.Call(SqlFunction.Divide, since, length)), length);
        var start = new SqlExpression.Call(equal.InMonths ? SqlFunction.AddMonths : SqlFunction.AddDays, first, passed);
        return equal.Begin
            ? StepFunction.Of(day.Compared, [(day.Before(equal.First, calendar), Moments.Constant(calendar.PeriodOf(grain, equal.First.AddDays(-1)).FirstDay)), (DateOnly.MaxValue, start)])
            : start;
    }

    private static SqlExpression.Call MonthsSince(DateOnly first, SqlExpression day) => new(SqlFunction.Subtract,
        new SqlExpression.Call(SqlFunction.Add,
            new SqlExpression.Call(SqlFunction.Multiply, new SqlExpression.Call(SqlFunction.Year, day), SqlExpression.Literal.Of(12)),
            new SqlExpression.Call(SqlFunction.Month, day)),
        SqlExpression.Literal.Of((12 * first.Year) + first.Month));

    /// <summary>
    /// The first days of the periods and gaps of the days that occur, in order. A moment's local day may be the one before or
    /// after its day in UTC.
    /// </summary>
    private static IEnumerable<DateOnly> Boundaries(Grain grain, Calendar calendar, Extent extent)
    {
        var covered = calendar.Range(DateOnly.FromDateTime(extent.First).AddDays(-1), DateOnly.FromDateTime(extent.Last).AddDays(2));
        return calendar.Periods(grain, covered)
            .SelectMany(period => new[] { period.Start, period.End })
            .Prepend(covered.Start)
            .Select(boundary => calendar.PeriodOf(grain, boundary).FirstDay)
            .Distinct();
    }
}
