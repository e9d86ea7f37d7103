using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Queries.Asking;

namespace Kelvin.Imports.Planning;

/// <summary>Which data a metric needs.</summary>
public static class MetricData
{
    /// <summary>Whether all datasets that a metric reads, over links and roll-ups too, are among those that have rows, and one of them among those that are new.</summary>
    public static bool IsGivenBy(Metric metric, MetricCatalog catalog, IReadOnlySet<string> filled, IReadOnlySet<string> coming) =>
        Binder.Bind(new MetricQuery { Metrics = [metric.Name] }, catalog, Viewer.Everything.RowFilters) is { IsSound: true, Value: var bound }
        && DatasetsReadBy.Question(bound).ToList() is { Count: > 0 } read && read.All(one => filled.Contains(one) || coming.Contains(one)) && read.Any(coming.Contains);
}
