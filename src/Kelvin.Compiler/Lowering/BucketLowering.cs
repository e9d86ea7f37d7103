using Kelvin.Calendars;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Cuts local days into periods.</summary>
internal static class BucketLowering
{
    /// <summary>The first local day of the period that holds a local day.</summary>
    public static SqlExpression StartOf(Grain grain, SqlExpression day, int firstMonthOfYear) => grain.Name switch
    {
        "day" => day,
        "week" => new SqlExpression.Call(SqlFunction.StartOfWeek, day),
        "month" => new SqlExpression.Call(SqlFunction.StartOfMonth, day),
        "quarter" => Shifted(SqlFunction.StartOfQuarter, day, (firstMonthOfYear - 1) % 3),
        "year" => Shifted(SqlFunction.StartOfYear, day, firstMonthOfYear - 1),
        _ => throw new InvalidOperationException($"No buckets per {grain}."),
    };

    /// <summary>Fiscal quarters and years: moved to the calendar's, cut there, and moved back.</summary>
    private static SqlExpression.Call Shifted(SqlFunction start, SqlExpression day, int months) =>
        months == 0
            ? new SqlExpression.Call(start, day)
            : new SqlExpression.Call(SqlFunction.AddMonths,
                new SqlExpression.Call(start, new SqlExpression.Call(SqlFunction.AddMonths, new SqlExpression.Call(SqlFunction.StartOfMonth, day), SqlExpression.Literal.Of(-months))),
                SqlExpression.Literal.Of(months));
}
