using System.Collections.Immutable;

namespace Kelvin.Catalog;

/// <summary>Which metrics have a bearing on which: by formula, or because people say that one drives another.</summary>
public sealed class MetricTree
{
    private readonly ILookup<string, MetricEdge> _from;
    private readonly ILookup<string, MetricEdge> _to;

    private MetricTree(ImmutableArray<MetricEdge> edges)
    {
        Edges = edges;
        _from = edges.ToLookup(edge => edge.From, StringComparer.Ordinal);
        _to = edges.ToLookup(edge => edge.To, StringComparer.Ordinal);
    }

    /// <summary>Every edge once, ordered by metric; where a formula and a person say the same, the formula's.</summary>
    public ImmutableArray<MetricEdge> Edges { get; }

    /// <summary>The tree of a catalog's sound metrics.</summary>
    public static MetricTree Of(MetricCatalog catalog) =>
        new([.. catalog.Metrics.Values
            .SelectMany(EdgesOf)
            .GroupBy(edge => (edge.From, edge.To))
            .Select(same => same.First() with { IsPartOfFormula = same.Any(edge => edge.IsPartOfFormula) })
            .OrderBy(edge => edge.To, StringComparer.Ordinal).ThenBy(edge => edge.From, StringComparer.Ordinal)]);

    /// <summary>What has a bearing on this metric.</summary>
    public IEnumerable<MetricEdge> Into(string metric) => _to[metric];

    /// <summary>What this metric has a bearing on.</summary>
    public IEnumerable<MetricEdge> OutOf(string metric) => _from[metric];

    private static IEnumerable<MetricEdge> EdgesOf(Metric metric) =>
        [
            .. metric.Drives.Select(driven => new MetricEdge(metric.Name, driven, false)),
            .. metric.Expression.References().Select(part => new MetricEdge(part, metric.Name, true)),
        ];
}
