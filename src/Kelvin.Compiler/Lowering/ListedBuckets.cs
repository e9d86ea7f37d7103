using Kelvin.Calendars;
using Kelvin.Compiler.Pinning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Cuts rows into periods that no function of an engine knows, such as sprints: a step at every boundary of the time that
/// the data covers.
/// </summary>
internal static class ListedBuckets
{
    /// <summary>The first day of the period of a local day; of the gap where it lies in none.</summary>
    /// <param name="grain">A grain of a workspace's own calendar.</param>
    /// <param name="day">The local day.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="extent">First and last moment that occur; null when there is none.</param>
    public static SqlExpression StartOf(Grain grain, SqlExpression day, Calendar calendar, Extent? extent)
    {
        if (extent is null)
            return day;
        var starts = Boundaries(grain, calendar, extent).ToArray();
        return StepFunction.Of(day, [.. starts.Select((start, index) =>
            ((object)(index + 1 < starts.Length ? starts[index + 1] : DateOnly.MaxValue), Moments.Constant(start)))]);
    }

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
