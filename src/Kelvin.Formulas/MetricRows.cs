using System.Collections.Immutable;

namespace Kelvin.Formulas;

/// <summary>Which datasets' rows a metric is worked out from.</summary>
internal static class MetricRows
{
    /// <summary>Those of its aggregates and of the metrics it refers to, sorted.</summary>
    public static ImmutableArray<string> Of(MetricExpression expression, IFormulaScope scope) =>
        [.. All(expression, scope).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> All(MetricExpression expression, IFormulaScope scope) => expression switch
    {
        MetricExpression.Aggregate aggregate => [aggregate.Dataset],
        MetricExpression.Reference reference => scope.Metric(reference.Metric)?.Datasets ?? [],
        _ => ExpressionParts.Of(expression).SelectMany(part => All(part, scope)),
    };
}
