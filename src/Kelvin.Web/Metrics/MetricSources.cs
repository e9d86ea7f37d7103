using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Web.Metrics;

/// <summary>Which datasets a metric's rows come from.</summary>
internal static class MetricSources
{
    /// <summary>The datasets that the metric and those it refers to aggregate, in the order of its formula.</summary>
    public static ImmutableArray<string> Of(Metric metric, MetricCatalog catalog) => [.. Walk(metric, catalog).Distinct()];

    // A sound catalog has no cycles, so this ends.
    private static IEnumerable<string> Walk(Metric metric, MetricCatalog catalog) =>
        metric.Expression.Nodes().SelectMany(node => node switch
        {
            MetricExpression.Aggregate aggregate => [aggregate.Dataset],
            MetricExpression.Conversion conversion => [conversion.From.Dataset, conversion.To.Dataset],
            MetricExpression.Retained retained => [retained.Dataset],
            MetricExpression.Reference reference => Walk(catalog.Metrics[reference.Metric], catalog),
            _ => Enumerable.Empty<string>(),
        });
}
