using Kelvin.Formulas;

namespace Kelvin.Catalog;

/// <summary>Looks into checked metric formulas.</summary>
public static class MetricExpressionParts
{
    /// <summary>Every node of the formula, outermost first, left to right.</summary>
    public static IEnumerable<MetricExpression> Nodes(this MetricExpression expression) =>
        [expression, .. Children(expression).SelectMany(Nodes)];

    /// <summary>Names of the metrics that the formula itself refers to, each once.</summary>
    public static IEnumerable<string> References(this MetricExpression expression) =>
        expression.Nodes().OfType<MetricExpression.Reference>().Select(reference => reference.Metric).Distinct();

    private static IEnumerable<MetricExpression> Children(MetricExpression expression) => expression switch
    {
        MetricExpression.Call call => call.Arguments,
        MetricExpression.Case choice =>
            [.. choice.Branches.SelectMany(branch => new[] { branch.When, branch.Then }), .. Otherwise(choice)],
        MetricExpression.InTime seen => [seen.Of],
        MetricExpression.Reduced reduced => [reduced.Of],
        _ => [],
    };

    private static IEnumerable<MetricExpression> Otherwise(MetricExpression.Case choice) =>
        choice.Otherwise is null ? [] : [choice.Otherwise];
}
