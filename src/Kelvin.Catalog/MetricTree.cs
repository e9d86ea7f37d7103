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

    /// <summary>The edges that lead to a metric, near or far, ordered as they are met from it.</summary>
    public ImmutableArray<MetricEdge> AllInto(string metric) => Edged(DrawDrivers(metric));

    /// <summary>The edges that lead from a metric, near or far, ordered as they are met from it.</summary>
    public ImmutableArray<MetricEdge> AllOutOf(string metric) => Edged(DrawDriven(metric));

    /// <summary>The metrics at the ends of edges, each once, by name.</summary>
    public static IEnumerable<string> MetricsOf(IEnumerable<MetricEdge> edges) =>
        edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>A metric, and under it everything that has a bearing on it, near or far; parts of its formula first.</summary>
    public ImmutableArray<MetricBranch> DrawDrivers(string metric) => MetricDrawing.OfDrivers(this).Draw(metric).Lines;

    /// <summary>A metric, and under it everything that it has a bearing on, near or far.</summary>
    public ImmutableArray<MetricBranch> DrawDriven(string metric) => MetricDrawing.OfDriven(this).Draw(metric).Lines;

    /// <summary>
    /// Every edge, drawn from the metrics that have a bearing on no other down to those that drive them. Where edges run in a
    /// circle that nothing hangs over, the first of its metrics by name is on top.
    /// </summary>
    public ImmutableArray<MetricBranch> Draw()
    {
        var drawing = MetricDrawing.OfDrivers(this);
        var driven = Edges.Select(edge => edge.To).Distinct(StringComparer.Ordinal).ToList();
        foreach (var metric in driven.OrderBy(metric => _from[metric].Any()))
            if (!drawing.Holds(metric))
                drawing.Draw(metric);
        return drawing.Lines;
    }

    private static ImmutableArray<MetricEdge> Edged(ImmutableArray<MetricBranch> branches) =>
        [.. branches.Select(branch => branch.Edge).OfType<MetricEdge>()];

    private static IEnumerable<MetricEdge> EdgesOf(Metric metric) =>
        [
            .. metric.Drives.Select(driven => new MetricEdge(metric.Name, driven, false)),
            .. metric.Expression.References().Select(part => new MetricEdge(part, metric.Name, true)),
        ];
}
