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
        MetricExpression.Balance balance => $"{balance.Kind}[{balance.Form}]({Print(balance.Of)})",
        MetricExpression.Conversion conversion => Print(conversion),
        MetricExpression.Retained retained => $"Retained[{Words.Name(retained.Dataset)}, {retained.Before}]({Inside(retained.Value, null, retained.Where)})",
        MetricExpression.Call call => List(call.Operator.ToString(), call.Arguments.Select(Print)),
        MetricExpression.Case choice => Case(choice.Branches.Select(branch => (Print(branch.When), Print(branch.Then))), choice.Otherwise is null ? null : Print(choice.Otherwise)),
        MetricExpression.Filtered filtered =>
            $"Filtered({Print(filtered.Of)} where {string.Join(", ", filtered.Where.Select(where => $"[{Words.Name(where.Dataset)}] {Print(where.Condition)}"))})",
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
        RowExpression.MetricOf of => $"{Words.Name(of.Metric)} by ({string.Join(", ", of.Here)}) of {string.Join(", ", of.There.Select(rows => $"[{Words.Name(rows.Dataset)}] ({string.Join(", ", rows.By)})"))}",
        RowExpression.Rate rate => $"Rate[{Words.Name(rate.By.Dataset)}]({Print(rate.From)} in {rate.To} on {Print(rate.On)})",
        RowExpression.RolledUp rolledUp => $"{Print(rolledUp.Of)} by {Words.Name(rolledUp.Link)}",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static string Print(MetricExpression.Aggregate aggregate) =>
        $"{aggregate.Kind}[{Words.Name(aggregate.Dataset)}]({Inside(aggregate.Value, aggregate.Fraction, aggregate.Where)})";

    private static string Inside(RowExpression? value, decimal? fraction, RowExpression? where)
    {
        var inside = new StringBuilder(value is null ? "" : Print(value));
        if (fraction is not null)
            inside.Append(CultureInfo.InvariantCulture, $", {fraction}");
        if (where is not null)
            inside.Append(inside.Length == 0 ? "where " : " where ").Append(Print(where));
        return inside.ToString();
    }

    private static string Print(MetricExpression.Conversion conversion)
    {
        var same = string.Join(", ", conversion.Same.Select(pair => $"{Words.Name(pair.From)} = {Words.Name(pair.To)}"));
        var within = conversion.Within is { } length ? $" within {length}" : "";
        return $"{(conversion.IsShare ? "Conversion" : "Conversions")}({Print(conversion.From)} -> {Print(conversion.To)} by {same}{within})";
    }

    private static string Print(MetricExpression.EventRows rows) =>
        $"{Words.Name(rows.Dataset)}{(rows.Where is null ? "" : $" where {Print(rows.Where)}")}";

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
