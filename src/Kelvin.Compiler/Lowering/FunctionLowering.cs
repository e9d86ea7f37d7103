using Kelvin.Calendars;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Says each function of the row level in SQL.</summary>
internal static class FunctionLowering
{
    /// <summary>
    /// Digits of a decimal in 64 bits. DuckDB keeps the product of two such in 64 bits too and fails where it overflows,
    /// unless one of them is a digit wider.
    /// </summary>
    private const int NarrowDigits = 18;

    /// <summary>A function as seen from a row.</summary>
    public static SqlExpression Lower(RowExpression.Call call, RowPosition at)
    {
        SqlExpression[] arguments = [.. call.Arguments.Select(at.Lower)];
        return call.Function switch
        {
            RowFunction.Multiply => Product(call, arguments, at),
            RowFunction.Round when call.Arguments is [_, RowExpression.Constant { Value: decimal decimals }] =>
                new SqlExpression.Call(SqlFunction.Round, arguments[0], SqlExpression.Literal.Of((long)decimals)),
            RowFunction.DateOfTimestamp => new SqlExpression.Call(SqlFunction.DateOfTimestamp, Local(0)),
            RowFunction.HourOfTimestamp => new SqlExpression.Call(SqlFunction.Hour, Local(0)),
            RowFunction.DaysBetweenTimestamps => Elapsed(86_400),
            RowFunction.HoursBetween => Elapsed(3_600),
            RowFunction.MinutesBetween => Elapsed(60),
            RowFunction.DayOfYear => DayOfYear(arguments[0]),
            RowFunction.MonthsBetween => new SqlExpression.Call(SqlFunction.Subtract, MonthNumber(arguments[1]), MonthNumber(arguments[0])),
            RowFunction.PeriodStart when call.Arguments is [var moment, RowExpression.Constant { Value: string grain }] =>
                at.Rows.PeriodStart(Grain.Named(grain), arguments[0], moment, at.Dataset, Instant(moment)),
            RowFunction.PeriodName when call.Arguments is [var moment, RowExpression.Constant { Value: string grain }] =>
                at.Rows.PeriodName(Grain.Named(grain), arguments[0], moment, at.Dataset, Instant(moment)),
            RowFunction.AddPeriods when call.Arguments is [var day, RowExpression.Constant { Value: decimal steps }, RowExpression.Constant { Value: string grain }] =>
                at.Rows.PeriodsLater(Grain.Named(grain), (int)steps, arguments[0], day, at.Dataset, Instant(day)),
            RowFunction.WorkingDaysBetween => new SqlExpression.Call(SqlFunction.Subtract, WorkingDay(1), WorkingDay(0)),
            _ => new SqlExpression.Call(FunctionOf(call.Function), arguments),
        };

        SqlExpression Local(int index) => at.Rows.Local(arguments[index], call.Arguments[index], at.Dataset);
        SqlExpression WorkingDay(int index) => at.Rows.WorkingDay(arguments[index], call.Arguments[index], at.Dataset, Instant(call.Arguments[index]));
        SqlExpression? Instant(RowExpression day) => day is RowExpression.Call { Function: RowFunction.DateOfTimestamp, Arguments: [var instant] } ? at.Lower(instant) : null;
        SqlExpression Elapsed(long seconds) => new SqlExpression.Call(SqlFunction.Divide,
            new SqlExpression.Call(SqlFunction.SecondsBetween, arguments[0], arguments[1]), SqlExpression.Literal.Of(seconds));
    }

    private static SqlExpression.Call DayOfYear(SqlExpression date) => new(SqlFunction.Add,
        new SqlExpression.Call(SqlFunction.DateDifferenceInDays, new SqlExpression.Call(SqlFunction.StartOfYear, date), date), SqlExpression.Literal.Of(1));

    /// <summary>Months since the year 0.</summary>
    private static SqlExpression.Call MonthNumber(SqlExpression date) => new(SqlFunction.Add,
        new SqlExpression.Call(SqlFunction.Multiply, new SqlExpression.Call(SqlFunction.Year, date), SqlExpression.Literal.Of(12)),
        new SqlExpression.Call(SqlFunction.Month, date));

    /// <summary>
    /// Factors are widened before they are multiplied, so that no product overflows; a product of more digits than engines
    /// keep exactly is worked out in binary floating point.
    /// </summary>
    private static SqlExpression Product(RowExpression.Call call, SqlExpression[] arguments, RowPosition at)
    {
        var digits = call.Arguments.Select(argument => at.Rows.Digits(argument, at.Dataset)).ToArray();
        if (at.Rows.Digits(call, at.Dataset) is null)
            return new SqlExpression.Call(SqlFunction.Multiply, AsDouble(arguments[0]), AsDouble(arguments[1]));
        var needed = digits[0]!.Value.Digits + digits[1]!.Value.Digits;
        return new SqlExpression.Call(SqlFunction.Multiply, Exactly(arguments[0], digits[0]!.Value, needed), Exactly(arguments[1], digits[1]!.Value, needed));
    }

    /// <summary>
    /// Whole numbers as decimals, and decimals in 64 bits a digit wider where the product needs more. Those with many
    /// decimals are kept in 128 bits already.
    /// </summary>
    private static SqlExpression Exactly(SqlExpression value, (int Digits, int Decimals) shape, int needed) => shape switch
    {
        { Decimals: 0 } => new SqlExpression.Cast(value, new SqlType.Decimal(shape.Digits, 0)),
        { Decimals: <= 4, Digits: <= NarrowDigits } when needed > NarrowDigits =>
            new SqlExpression.Cast(value, new SqlType.Decimal(NarrowDigits + 1, shape.Decimals)),
        _ => value,
    };

    private static SqlExpression AsDouble(SqlExpression value) => new SqlExpression.Cast(value, new SqlType.Double());

    private static SqlFunction FunctionOf(RowFunction function) => function switch
    {
        RowFunction.Add => SqlFunction.Add,
        RowFunction.Subtract => SqlFunction.Subtract,
        RowFunction.Divide => SqlFunction.Divide,
        RowFunction.Negate => SqlFunction.Negate,
        RowFunction.Absolute => SqlFunction.Absolute,
        RowFunction.Round => SqlFunction.Round,
        RowFunction.Floor => SqlFunction.Floor,
        RowFunction.Ceiling => SqlFunction.Ceiling,
        RowFunction.Least => SqlFunction.Least,
        RowFunction.Greatest => SqlFunction.Greatest,
        RowFunction.Equal => SqlFunction.Equal,
        RowFunction.NotEqual => SqlFunction.NotEqual,
        RowFunction.Less => SqlFunction.Less,
        RowFunction.LessOrEqual => SqlFunction.LessOrEqual,
        RowFunction.Greater => SqlFunction.Greater,
        RowFunction.GreaterOrEqual => SqlFunction.GreaterOrEqual,
        RowFunction.And => SqlFunction.And,
        RowFunction.Or => SqlFunction.Or,
        RowFunction.Not => SqlFunction.Not,
        RowFunction.In => SqlFunction.In,
        RowFunction.Like => SqlFunction.Like,
        RowFunction.IsKnown => SqlFunction.IsNotNull,
        RowFunction.Coalesce => SqlFunction.Coalesce,
        RowFunction.Lower => SqlFunction.Lower,
        RowFunction.Upper => SqlFunction.Upper,
        RowFunction.Trim => SqlFunction.Trim,
        RowFunction.Length => SqlFunction.Length,
        RowFunction.Concatenate => SqlFunction.Concat,
        RowFunction.Year => SqlFunction.Year,
        RowFunction.QuarterOfYear => SqlFunction.Quarter,
        RowFunction.Month => SqlFunction.Month,
        RowFunction.Week => SqlFunction.IsoWeek,
        RowFunction.DayOfMonth => SqlFunction.DayOfMonth,
        RowFunction.Weekday => SqlFunction.IsoWeekday,
        RowFunction.DaysBetweenDates => SqlFunction.DateDifferenceInDays,
        RowFunction.SecondsBetween => SqlFunction.SecondsBetween,
        RowFunction.AddDays => SqlFunction.AddDays,
        RowFunction.AddMonths => SqlFunction.AddMonths,
        _ => throw new InvalidOperationException($"No SQL for {function}."),
    };
}
