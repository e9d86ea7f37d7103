using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Server.Metrics;

/// <summary>How all metrics hang together.</summary>
internal sealed record TreeBody(
    [property: Description("Fingerprint of all definitions: the same text gives the same version.")] string CatalogVersion,
    ImmutableArray<NamedMetricBody> Metrics,
    [property: Description("Every edge once, ordered by the metric that it leads to.")] ImmutableArray<EdgeBody> Edges);

/// <summary>How one metric hangs together with others.</summary>
internal sealed record MetricTreeBody(
    string Name,
    string Label,
    [property: Description("The metrics at the ends of the edges.")] ImmutableArray<NamedMetricBody> Metrics,
    [property: Description("Edges that lead to the metric, near or far.")] ImmutableArray<EdgeBody> DrivenBy,
    [property: Description("Edges that lead from the metric, near or far.")] ImmutableArray<EdgeBody> Drives);

/// <summary>A metric by its names.</summary>
internal sealed record NamedMetricBody(
    string Name,
    [property: Description("What people call it, in the language of Accept-Language.")] string Label)
{
    public static NamedMetricBody Of(Metric metric, Tongue tongue) => new(metric.Name, metric.Label.In(tongue));
}

/// <summary>One metric that has a bearing on another.</summary>
internal sealed record EdgeBody(
    [property: Description("The metric that has a bearing.")] string From,
    [property: Description("The metric that it has a bearing on.")] string To,
    EdgeKind Kind)
{
    public static EdgeBody Of(MetricEdge edge) => new(edge.From, edge.To, edge.IsPartOfFormula ? EdgeKind.Formula : EdgeKind.Drives);
}

/// <summary>How it is known that a metric has a bearing on another.</summary>
[Description("formula: the formula of the one refers to the other. drives: the definition says so.")]
internal enum EdgeKind
{
    Formula,
    Drives,
}
