using System.Globalization;
using System.Text;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas;

/// <summary>
/// Writes checked expressions with every meaning settled, for tests and for explaining: which dataset, which links,
/// which of several functions, and the conversions that were put in.
/// </summary>
public static class ExpressionPrinter
{
    /// <summary>A metric: <c>Divide(Sum[orders](amount where Equal(status, 'paid')), visits)</c>.</summary>
    public static string Print(MetricExpression expression) => expression switch
    {
        MetricExpression.Constant constant => constant.Value.ToString(CultureInfo.InvariantCulture),
        MetricExpression.Reference reference => Words.Name(reference.Metric),
        MetricExpression.Aggregate aggregate => Print(aggregate),
        MetricExpression.Call call => List(call.Operator.ToString(), call.Arguments.Select(Print)),
        MetricExpression.Case choice => Case(choice.Branches.Select(branch => (Print(branch.When), Print(branch.Then))), choice.Otherwise is null ? null : Print(choice.Otherwise)),
        MetricExpression.InTime seen => $"{Print(seen.Window)}({Print(seen.Of)})",
        MetricExpression.Reduced reduced => $"{reduced.Keep}[{reduced.Per}]({Print(reduced.Of)})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    /// <summary>A value of a row: <c>DaysBetweenDates(promised_on, DateOfTimestamp(delivered_at))</c>.</summary>
    public static string Print(RowExpression expression) => expression switch
    {
        RowExpression.Constant constant => Constant(constant.Value),
        RowExpression.Column column => string.Join('.', [.. column.Path.Links.Select(Words.Name), Words.Name(column.Path.Column)]),
        RowExpression.Call call => List(call.Function.ToString(), call.Arguments.Select(Print)),
        RowExpression.Case choice => Case(choice.Branches.Select(branch => (Print(branch.When), Print(branch.Then))), choice.Otherwise is null ? null : Print(choice.Otherwise)),
        RowExpression.RolledUp rolledUp => $"{Print(rolledUp.Of)} by {Words.Name(rolledUp.Link)}",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static string Print(MetricExpression.Aggregate aggregate)
    {
        var inside = new StringBuilder(aggregate.Value is null ? "" : Print(aggregate.Value));
        if (aggregate.Fraction is { } fraction)
            inside.Append(CultureInfo.InvariantCulture, $", {fraction}");
        if (aggregate.Where is not null)
            inside.Append(inside.Length == 0 ? "where " : " where ").Append(Print(aggregate.Where));
        return $"{aggregate.Kind}[{Words.Name(aggregate.Dataset)}]({inside})";
    }

    private static string Print(TimeWindow window) => window switch
    {
        TimeWindow.Prior prior => $"Prior[{prior.By}]",
        TimeWindow.Trailing trailing => $"Trailing[{trailing.Length}]",
        TimeWindow.ToDate toDate => $"ToDate[{toDate.Within}]",
        TimeWindow.Cumulative => "Cumulative",
        TimeWindow.AtStart start => $"AtStart[{start.Within}]",
        _ => throw new ArgumentOutOfRangeException(nameof(window)),
    };

    private static string Case(IEnumerable<(string When, string Then)> branches, string? otherwise) =>
        List("Case", [.. branches.Select(branch => $"{branch.When} -> {branch.Then}"), .. otherwise is null ? Array.Empty<string>() : [$"else {otherwise}"]]);

    private static string List(string name, IEnumerable<string> items) => $"{name}({string.Join(", ", items)})";

    private static string Constant(object value) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        _ => Words.Text((string)value),
    };
}
