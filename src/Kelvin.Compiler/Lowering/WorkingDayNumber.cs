using Kelvin.Calendars.WorkDays;
using Kelvin.Compiler.Pinning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Numbers the working days, so that the working days between two dates are a difference: weekdays by arithmetic, less the
/// holidays that have passed.
/// </summary>
internal static class WorkingDayNumber
{
    private static DateOnly Monday { get; } = new(1970, 1, 5);

    /// <summary>How many working days lie after an arbitrary fixed Sunday, up to and including the date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="days">Which days are worked.</param>
    /// <param name="extent">First and last date that occur; null when there is none.</param>
    public static SqlExpression Of(SqlExpression date, WorkingDays days, Extent? extent)
    {
        var since = new SqlExpression.Call(SqlFunction.DateDifferenceInDays, Moments.Constant(Monday), date);
        var weeks = new SqlExpression.Call(SqlFunction.Floor, new SqlExpression.Call(SqlFunction.Divide, since, SqlExpression.Literal.Of(7)));
        var weekdays = new SqlExpression.Call(SqlFunction.Add,
            new SqlExpression.Call(SqlFunction.Multiply, weeks, SqlExpression.Literal.Of(5)),
            new SqlExpression.Call(SqlFunction.Least, new SqlExpression.Call(SqlFunction.IsoWeekday, date), SqlExpression.Literal.Of(5)));
        return new SqlExpression.Call(SqlFunction.Subtract, weekdays, StepFunction.Of(date, Holidays(days, extent)));
    }

    private static (object Before, long Value)[] Holidays(WorkingDays days, Extent? extent)
    {
        if (extent is not { } known)
            return [(DateOnly.MaxValue, 0)];
        var free = Enumerable.Range(known.First.Year, known.Last.Year - known.First.Year + 1).SelectMany(days.FreeWeekdays);
        return [.. free.Select((day, passed) => ((object)day, (long)passed)), (DateOnly.MaxValue, free.Count())];
    }
}
