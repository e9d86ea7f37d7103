using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Formulas;

namespace Kelvin.Compiler;

/// <summary>Writes a checked value of a row the way people write it in formulas: <c>status = 'paid' and paid_on is known</c>.</summary>
internal static partial class FormulaNotation
{
    public static string Of(RowExpression expression) => expression switch
    {
        RowExpression.Constant constant => Of(constant.Value),
        RowExpression.Column column => column.Path.ToString(),
        RowExpression.Call call => Of(call),
        RowExpression.Case choice => $"case {string.Join(' ', choice.Branches.Select(branch => $"when {Of(branch.When)} then {Of(branch.Then)}"))}"
            + (choice.Otherwise is null ? " end" : $" else {Of(choice.Otherwise)} end"),
        RowExpression.Rate rate => $"convert(1 {(rate.From is RowExpression.Constant { Value: string code } ? code : Of(rate.From))}, {rate.To}, {Of(rate.On)})",
        RowExpression.MetricOf of => $"metric({of.Metric} by {string.Join(", ", of.Here)})",
        RowExpression.RolledUp rolledUp => $"{ExpressionText.Of(rolledUp.Of)} over {rolledUp.Link}",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static string Of(RowExpression.Call call) => (call.Function, call.Arguments) switch
    {
        (RowFunction.Not, [RowExpression.Call { Function: RowFunction.IsKnown, Arguments: [var value] }]) => $"{Inside(value)} is missing",
        (RowFunction.Not, [var condition]) => $"not {Inside(condition)}",
        (RowFunction.IsKnown, [var value]) => $"{Inside(value)} is known",
        (RowFunction.Multiply, [var amount, RowExpression.Rate rate]) => $"convert({Of(amount)}, {rate.To}, {Of(rate.On)})",
        (RowFunction.Negate, [var number]) => "-" + Inside(number),
        (RowFunction.PeriodStart, [var moment, RowExpression.Constant { Value: string grain }]) => $"period({Of(moment)}, {grain})",
        (RowFunction.PeriodName, [var moment, RowExpression.Constant { Value: string grain }]) => $"period_name({Of(moment)}, {grain})",
        (RowFunction.In, [var value, .. var listed]) => $"{Inside(value)} in ({string.Join(", ", listed.Select(Of))})",
        var (function, parts) when Sign(function) is { } sign => string.Join($" {sign} ", parts.Select(part =>
            part is RowExpression.Call inner && inner.Function == function && function is RowFunction.And or RowFunction.Or ? Of(part) : Inside(part, function))),
        var (function, parts) => $"{Name(function)}({string.Join(", ", parts.Select(Of))})",
    };

    /// <summary>A part of a larger expression, in parentheses where it could be read otherwise.</summary>
    private static string Inside(RowExpression part, RowFunction within = RowFunction.Not) =>
        part is RowExpression.Call { Arguments: not [_, RowExpression.Rate] } call && Sign(call.Function) is not null && !(within is RowFunction.And or RowFunction.Or && call.Function is not (RowFunction.And or RowFunction.Or))
            ? $"({Of(part)})"
            : Of(part);

    /// <summary>A constant.</summary>
    private static string Of(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The sign that stands between both values of a function, or null.</summary>
    private static string? Sign(RowFunction function) => function switch
    {
        RowFunction.Add => "+",
        RowFunction.Subtract => "-",
        RowFunction.Multiply => "*",
        RowFunction.Divide => "/",
        RowFunction.Equal => "=",
        RowFunction.NotEqual => "!=",
        RowFunction.Less => "<",
        RowFunction.LessOrEqual => "<=",
        RowFunction.Greater => ">",
        RowFunction.GreaterOrEqual => ">=",
        RowFunction.Like => "like",
        RowFunction.And => "and",
        RowFunction.Or => "or",
        _ => null,
    };

    private static string Name(RowFunction function) => function switch
    {
        RowFunction.Absolute => "abs",
        RowFunction.Concatenate => "concat",
        RowFunction.DateOfTimestamp => "date",
        RowFunction.QuarterOfYear => "quarter",
        RowFunction.DayOfMonth => "day",
        RowFunction.HourOfTimestamp => "hour",
        RowFunction.DaysBetweenDates or RowFunction.DaysBetweenTimestamps => "days_between",
        _ => Snake(function),
    };

    private static string Snake(RowFunction function) => Humps().Replace(function.ToString(), "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Humps();
}
