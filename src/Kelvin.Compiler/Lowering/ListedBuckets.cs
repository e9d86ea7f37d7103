using Kelvin.Calendars;
using Kelvin.Compiler.Pinning;
using Kelvin.Language;
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
        if (day.Extent is null)
            return day.Value;
        if (calendar.EqualPeriodsOf(grain) is { } equal)
            return Counted(equal, grain, day, calendar);
        return Steps(grain, day, calendar, period => Moments.Constant(period.FirstDay)) ?? day.Value;
    }

    /// <summary>The name of the period of a local day; missing where it lies in none. Otherwise as the first day.</summary>
    public static SqlExpression NameOf(Grain grain, LocalDay day, Calendar calendar)
    {
        var nothing = SqlExpression.Literal.Null(new SqlType.Text());
        return Steps(grain, day, calendar, period =>
            period.Grain == Grain.Range ? nothing : new SqlExpression.Value(PeriodText.Write(period, Tongue.English, calendar))) ?? nothing;
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
    /// A local day at the same place in the period so many later, its last day where that lies beyond its end; missing where
    /// either period is. Otherwise as the first day.
    /// </summary>
    public static SqlExpression Moved(Grain grain, int count, LocalDay day, Calendar calendar)
    {
        var nothing = SqlExpression.Literal.Null(new SqlType.Date());
        return Steps(grain, day, calendar, period => period.Grain == Grain.Range ? nothing : At(calendar.Move(period, count), period)) ?? nothing;

        SqlExpression At(Period other, Period own)
        {
            if (other.IsEmpty)
                return nothing;
            var moved = new SqlExpression.Call(SqlFunction.AddDays, day.Value, SqlExpression.Literal.Of(other.FirstDay.DayNumber - own.FirstDay.DayNumber));
            return LengthOf(other) >= LengthOf(own) ? moved : new SqlExpression.Call(SqlFunction.Least, moved, Moments.Constant(other.LastDay));
        }
    }

    private static int LengthOf(Period period) => period.LastDay.DayNumber - period.FirstDay.DayNumber;

    /// <summary>A value for each period and gap, chosen by a local day; null when no days occur.</summary>
    private static SqlExpression? Steps(Grain grain, LocalDay day, Calendar calendar, Func<Period, SqlExpression> value)
    {
        if (day.Extent is not { } extent)
            return null;
        var periods = Periods(grain, calendar, extent).ToArray();
        return StepFunction.Of(day.Compared, [.. periods.Select((period, index) =>
            (day.Before(index + 1 < periods.Length ? periods[index + 1].FirstDay : DateOnly.MaxValue, calendar), value(period)))]);
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
