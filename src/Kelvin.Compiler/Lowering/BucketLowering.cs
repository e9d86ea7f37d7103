using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>The key by which a scan cuts rows into periods of a grain.</summary>
internal static class BucketLowering
{
    /// <summary>The first local day of a row's period, or its first instant for grains within a day.</summary>
    public static SqlExpression Key(Grain grain, TimeAxis axis, RowLowering rows, int firstMonthOfYear)
    {
        var at = rows.Lower(axis.Path);
        var from = new RowExpression.Column(axis.Path, axis.IsInstant ? DataType.Timestamp : DataType.Date);
        if (grain.IsWithinDay)
            return rows.StartWithinDay(at, grain == Grain.Hour ? SqlFunction.StartOfHour : SqlFunction.StartOfMinute, from);
        var day = axis.IsInstant ? new SqlExpression.Call(SqlFunction.DateOfTimestamp, rows.LocalAxis(at, from)) : at;
        return grain.Name switch
        {
            "day" => day,
            "week" => new SqlExpression.Call(SqlFunction.StartOfWeek, day),
            "month" => new SqlExpression.Call(SqlFunction.StartOfMonth, day),
            "quarter" => Shifted(SqlFunction.StartOfQuarter, day, (firstMonthOfYear - 1) % 3),
            "year" => Shifted(SqlFunction.StartOfYear, day, firstMonthOfYear - 1),
            _ => throw new InvalidOperationException($"No buckets per {grain}."),
        };
    }

    /// <summary>Fiscal quarters and years: moved to the calendar's, cut there, and moved back.</summary>
    private static SqlExpression Shifted(SqlFunction start, SqlExpression day, int months) =>
        months == 0
            ? new SqlExpression.Call(start, day)
            : new SqlExpression.Call(SqlFunction.AddMonths,
                new SqlExpression.Call(start, new SqlExpression.Call(SqlFunction.AddMonths, new SqlExpression.Call(SqlFunction.StartOfMonth, day), SqlExpression.Literal.Of(-months))),
                SqlExpression.Literal.Of(months));
}
