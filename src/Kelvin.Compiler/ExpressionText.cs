using System.Globalization;
using Kelvin.Formulas;

namespace Kelvin.Compiler;

/// <summary>Prints checked expressions for <c>explain</c>: readable, one line, the same for equal expressions.</summary>
public static class ExpressionText
{
    /// <summary>An aggregate as text.</summary>
    public static string Of(MetricExpression.Aggregate aggregate)
    {
        var fraction = aggregate.Fraction is { } value ? ", " + value.ToString(CultureInfo.InvariantCulture) : "";
        var where = aggregate.Where is null ? "" : " where " + Of(aggregate.Where);
        var argument = aggregate.Kind switch
        {
            AggregateKind.Count => aggregate.Dataset + where,
            AggregateKind.Share => $"{aggregate.Dataset}{where}, {Of(aggregate.Value!)}",
            AggregateKind.PercentileDiscrete => $"{aggregate.Dataset}: {Of(aggregate.Value!)}{fraction}, discrete{where}",
            _ => $"{aggregate.Dataset}: {Of(aggregate.Value!)}{fraction}{where}",
        };
        var function = aggregate.Kind == AggregateKind.PercentileDiscrete ? AggregateKind.Percentile : aggregate.Kind;
        return $"{function.ToString().ToLowerInvariant()}({argument})";
    }

    /// <summary>A row expression as text.</summary>
    public static string Of(RowExpression expression) => expression switch
    {
        RowExpression.Constant constant => Of(constant.Value),
        RowExpression.Column column => column.Path.ToString(),
        RowExpression.Call call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Of))})",
        RowExpression.Case choice =>
            $"case {string.Join(" ", choice.Branches.Select(branch => $"when {Of(branch.When)} then {Of(branch.Then)}"))} else {(choice.Otherwise is null ? "missing" : Of(choice.Otherwise))} end",
        RowExpression.MetricOf of => $"metric({of.Metric} by {string.Join(", ", of.Here)})",
        RowExpression.Rate rate => $"rate({Of(rate.From)} in {rate.To} on {Of(rate.On)} by {rate.By.Dataset})",
        RowExpression.RolledUp rolled => $"{Of(rolled.Of)} over {rolled.Link}",
        _ => throw new InvalidOperationException($"No text for {expression.GetType().Name}."),
    };

    /// <summary>A window as text.</summary>
    public static string Of(TimeWindow window) => window switch
    {
        TimeWindow.Prior prior => $"prior {prior.By}",
        TimeWindow.Trailing trailing => $"trailing {trailing.Length}",
        TimeWindow.ToDate toDate => $"{toDate.Within} to date",
        TimeWindow.Cumulative => "cumulative",
        TimeWindow.AtStart start => $"first {start.Of} of the {start.Within}",
        _ => throw new InvalidOperationException($"No text for {window.GetType().Name}."),
    };

    private static string Of(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
