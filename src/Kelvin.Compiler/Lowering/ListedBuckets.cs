using Kelvin.Calendars;
using Kelvin.Compiler.Pinning;
using Kelvin.Language;
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
    public static SqlExpression StartOf(Grain grain, SqlExpression day, Calendar calendar, Extent? extent) =>
        Steps(grain, day, calendar, extent, period => Moments.Constant(period.FirstDay)) ?? day;

    /// <summary>The name of the period of a local day; missing where it lies in none. Otherwise as the first day.</summary>
    public static SqlExpression NameOf(Grain grain, SqlExpression day, Calendar calendar, Extent? extent)
    {
        var nothing = SqlExpression.Literal.Null(new SqlType.Text());
        return Steps(grain, day, calendar, extent, period =>
            period.Grain == Grain.Range ? nothing : new SqlExpression.Value(PeriodText.Write(period, Tongue.English, calendar))) ?? nothing;
    }

    /// <summary>
    /// A local day at the same place in the period so many later, its last day where that lies beyond its end; missing where
    /// either period is. Otherwise as the first day.
    /// </summary>
    public static SqlExpression Moved(Grain grain, int count, SqlExpression day, Calendar calendar, Extent? extent)
    {
        var nothing = SqlExpression.Literal.Null(new SqlType.Date());
        return Steps(grain, day, calendar, extent, period => period.Grain == Grain.Range ? nothing : At(calendar.Move(period, count), period)) ?? nothing;

        SqlExpression At(Period other, Period own)
        {
            if (other.IsEmpty)
                return nothing;
            var moved = new SqlExpression.Call(SqlFunction.AddDays, day, SqlExpression.Literal.Of(other.FirstDay.DayNumber - own.FirstDay.DayNumber));
            return LengthOf(other) >= LengthOf(own) ? moved : new SqlExpression.Call(SqlFunction.Least, moved, Moments.Constant(other.LastDay));
        }
    }

    private static int LengthOf(Period period) => period.LastDay.DayNumber - period.FirstDay.DayNumber;

    /// <summary>A value for each period and gap, chosen by a local day; null when no days occur.</summary>
    private static SqlExpression? Steps(Grain grain, SqlExpression day, Calendar calendar, Extent? extent, Func<Period, SqlExpression> value)
    {
        if (extent is null)
            return null;
        var periods = Periods(grain, calendar, extent).ToArray();
        return StepFunction.Of(day, [.. periods.Select((period, index) =>
            ((object)(index + 1 < periods.Length ? periods[index + 1].FirstDay : DateOnly.MaxValue), value(period)))]);
    }

    /// <summary>
    /// The periods and gaps of the days that occur, in order. A moment's local day may be the one before or after its day in UTC.
    /// </summary>
    private static IEnumerable<Period> Periods(Grain grain, Calendar calendar, Extent extent)
    {
        var covered = calendar.Range(DateOnly.FromDateTime(extent.First).AddDays(-1), DateOnly.FromDateTime(extent.Last).AddDays(2));
        return calendar.Periods(grain, covered)
            .SelectMany(period => new[] { period.Start, period.End })
            .Prepend(covered.Start)
            .Select(boundary => calendar.PeriodOf(grain, boundary))
            .DistinctBy(period => period.FirstDay);
    }
}
