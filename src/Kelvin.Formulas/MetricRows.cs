using System.Collections.Immutable;

namespace Kelvin.Formulas;

/// <summary>Which datasets' rows a metric is worked out from.</summary>
internal static class MetricRows
{
    /// <summary>Those of its aggregates and of the metrics it refers to, sorted.</summary>
    public static ImmutableArray<string> Of(MetricExpression expression, IFormulaScope scope) =>
        [.. All(expression, scope).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether any of them are seen over another stretch of time. All data up to now are all data.</summary>
    public static bool AreSeenInTime(MetricExpression expression, IFormulaScope scope) => expression switch
    {
        MetricExpression.InTime { Window: TimeWindow.Cumulative } cumulative => AreSeenInTime(cumulative.Of, scope),
        MetricExpression.InTime or MetricExpression.Reduced => true,
        MetricExpression.Reference reference => scope.Metric(reference.Metric)?.IsSeenInTime == true,
        _ => ExpressionParts.Of(expression).Any(part => AreSeenInTime(part, scope)),
    };

    private static IEnumerable<string> All(MetricExpression expression, IFormulaScope scope) => expression switch
    {
        MetricExpression.Aggregate aggregate => [aggregate.Dataset],
        MetricExpression.Reference reference => scope.Metric(reference.Metric)?.Datasets ?? [],
        _ => ExpressionParts.Of(expression).SelectMany(part => All(part, scope)),
    };
}
