using Kelvin.Calendars;
using Kelvin.Calendars.WorkDays;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Numbers the working days, so that the working days between two dates are a difference: days of the weekly pattern by
/// arithmetic, with what holidays, closed and open days have changed so far.
/// </summary>
internal static class WorkingDayNumber
{
    private static DateOnly Monday { get; } = new(1970, 1, 5);

    /// <summary>How many working days lie after an arbitrary fixed Sunday, up to and including the date.</summary>
    /// <param name="day">The date.</param>
    /// <param name="calendar">It says which days are worked.</param>
    public static SqlExpression Of(LocalDay day, Calendar calendar)
    {
        var (date, days) = (day.Value, calendar.WorkingDays);
        var since = new SqlExpression.Call(SqlFunction.DateDifferenceInDays, Moments.Constant(Monday), date);
        var weeks = new SqlExpression.Call(SqlFunction.Floor, new SqlExpression.Call(SqlFunction.Divide, since, SqlExpression.Literal.Of(7)));
        var weekdays = new SqlExpression.Call(SqlFunction.Add,
            new SqlExpression.Call(SqlFunction.Multiply, weeks, SqlExpression.Literal.Of(days.Week.Count())),
            ThisWeek(new SqlExpression.Call(SqlFunction.IsoWeekday, date), days));
        return new SqlExpression.Call(SqlFunction.Subtract, weekdays, StepFunction.Of(day.Compared, Missed(day, calendar)));
    }

    /// <summary>The days of the pattern from Monday through the date; of Monday to Friday at most five.</summary>
    private static SqlExpression ThisWeek(SqlExpression weekday, WorkingDays days)
    {
        var worked = Enumerable.Range(1, 7).Select(day => days.Week.Contains((DayOfWeek)(day % 7))).ToArray();
        var last = Array.LastIndexOf(worked, true) + 1;
        if (worked.Take(last).All(works => works))
            return new SqlExpression.Call(SqlFunction.Least, weekday, SqlExpression.Literal.Of(last));
        var counts = Enumerable.Range(1, 7).Select(day => (long)worked.Take(day).Count(works => works)).ToArray();
        return new SqlExpression.Case(
            [.. counts[..^1].Select((count, index) => new SqlBranch(new SqlExpression.Call(SqlFunction.LessOrEqual, weekday, SqlExpression.Literal.Of(index + 1)), SqlExpression.Literal.Of(count)))],
            SqlExpression.Literal.Of(counts[^1]));
    }

    /// <summary>By how many days the pattern has counted too many before each exception to it.</summary>
    private static (object Before, long Value)[] Missed(LocalDay date, Calendar calendar)
    {
        if (date.Extent is not { } known)
            return [(DateOnly.MaxValue, 0)];
        var (missed, steps) = (0L, new List<(object Before, long Value)>());
        foreach (var (day, isWorked) in Enumerable.Range(known.First.Year, known.Last.Year - known.First.Year + 1).SelectMany(calendar.WorkingDays.Exceptions))
        {
            steps.Add((date.Before(day, calendar), missed));
            missed += isWorked ? -1 : 1;
        }
        return [.. steps, (DateOnly.MaxValue, missed)];
    }
}
