using System.Collections.Immutable;
using Kelvin.Catalog;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>What a metric means, in words and in its formula, and which metrics it hangs together with.</summary>
public sealed partial class MetricDefinitionPanel
{
    [Parameter, EditorRequired]
    public Metric Metric { get; set; } = null!;

    [Parameter, EditorRequired]
    public MetricCatalog Catalog { get; set; } = null!;

    private ImmutableArray<Metric> DrivenBy => Sound(MetricTree.Of(Catalog).Into(Metric.Name).Select(edge => edge.From));

    private ImmutableArray<Metric> Drives => Sound(MetricTree.Of(Catalog).OutOf(Metric.Name).Select(edge => edge.To));

    private ImmutableArray<Metric> Sound(IEnumerable<string> names) =>
        [.. names.Select(name => Catalog.Metrics.GetValueOrDefault(name)).OfType<Metric>()];
}
