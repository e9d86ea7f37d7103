using System.Collections.Immutable;

namespace Kelvin.Formulas;

/// <summary>Which datasets' rows a metric is worked out from.</summary>
internal static class MetricRows
{
    /// <summary>
    /// Those of its aggregates and of the metrics it refers to, sorted. Of a conversion those of its base rows: at their time
    /// and in their groups it counts.
    /// </summary>
    public static ImmutableArray<string> Of(MetricExpression expression, IFormulaScope scope) =>
        [.. All(expression, scope).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Whether periods decide which rows count: other stretches of time, what is there at a moment, what comes before or after.
    /// All data up to now are all data.
    /// </summary>
    public static bool NeedPeriods(MetricExpression expression, IFormulaScope scope) => expression switch
    {
        MetricExpression.InTime { Window: TimeWindow.Cumulative } cumulative => NeedPeriods(cumulative.Of, scope),
        MetricExpression.InTime or MetricExpression.Reduced => true,
        MetricExpression.Balance or MetricExpression.Conversion or MetricExpression.Retained => true,
        MetricExpression.Reference reference => scope.Metric(reference.Metric)?.NeedsPeriods == true,
        _ => ExpressionParts.Of(expression).Any(part => NeedPeriods(part, scope)),
    };

    private static IEnumerable<string> All(MetricExpression expression, IFormulaScope scope) => expression switch
    {
        MetricExpression.Aggregate aggregate => [aggregate.Dataset],
        MetricExpression.Conversion conversion => [conversion.From.Dataset],
        MetricExpression.Retained retained => [retained.Dataset],
        MetricExpression.Reference reference => scope.Metric(reference.Metric)?.Datasets ?? [],
        _ => ExpressionParts.Of(expression).SelectMany(part => All(part, scope)),
    };
}
