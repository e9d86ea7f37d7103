using System.Collections.Immutable;

namespace Kelvin.Catalog;

/// <summary>
/// Draws the edges between metrics as trees, line by line. What hangs under a metric is drawn where it is met first; where the
/// metric comes back it is only named, so that a drawing has at most one line an edge and circles end.
/// </summary>
internal sealed class MetricDrawing
{
    private readonly Func<string, IEnumerable<(MetricEdge Edge, string Metric)>> _under;
    private readonly HashSet<string> _drawn = new(StringComparer.Ordinal);
    private readonly ImmutableArray<MetricBranch>.Builder _lines = ImmutableArray.CreateBuilder<MetricBranch>();

    private MetricDrawing(Func<string, IEnumerable<(MetricEdge Edge, string Metric)>> under) => _under = under;

    /// <summary>Under each metric hangs what has a bearing on it.</summary>
    public static MetricDrawing OfDrivers(MetricTree tree) => new(metric => tree.Into(metric).Select(edge => (edge, edge.From)));

    /// <summary>Under each metric hangs what it has a bearing on.</summary>
    public static MetricDrawing OfDriven(MetricTree tree) => new(metric => tree.OutOf(metric).Select(edge => (edge, edge.To)));

    /// <summary>The lines drawn so far.</summary>
    public ImmutableArray<MetricBranch> Lines => _lines.ToImmutable();

    /// <summary>Whether a metric is in the drawing.</summary>
    public bool Holds(string metric) => _drawn.Contains(metric);

    /// <summary>Draws a metric at the top with everything under it. Chains may be longer than a call stack is deep.</summary>
    public MetricDrawing Draw(string top)
    {
        var above = new List<string>();
        var next = new Stack<(string Metric, MetricEdge? Edge, int Depth, bool IsLast)>();
        next.Push((top, null, 0, true));
        while (next.TryPop(out var line))
        {
            above.RemoveRange(line.Depth, above.Count - line.Depth);
            var under = Under(line.Metric);
            var repeat = above.Contains(line.Metric) ? BranchRepeat.Circle
                : !_drawn.Add(line.Metric) && under.Count > 0 ? BranchRepeat.ShownBefore
                : BranchRepeat.None;
            _lines.Add(new(line.Metric, line.Edge, line.Depth, line.IsLast, repeat));
            if (repeat != BranchRepeat.None)
                continue;
            above.Add(line.Metric);
            for (var index = under.Count - 1; index >= 0; index--)
                next.Push((under[index].Metric, under[index].Edge, line.Depth + 1, index == under.Count - 1));
        }
        return this;
    }

    private List<(MetricEdge Edge, string Metric)> Under(string metric) =>
        [.. _under(metric).OrderBy(next => !next.Edge.IsPartOfFormula).ThenBy(next => next.Metric, StringComparer.Ordinal)];
}
