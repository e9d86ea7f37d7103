using System.Collections.Immutable;
using System.Text;
using Kelvin.Compiler.Pinning;

namespace Kelvin.Compiler.Planning;

/// <summary>How a pinned question is answered: reads for the engine, and algebra over what they return.</summary>
/// <param name="Query">The question.</param>
/// <param name="Scans">The reads; nodes name them by index.</param>
/// <param name="Root">The last step; its frame is the answer.</param>
public sealed record MetricPlan(PinnedQuery Query, ImmutableArray<Scan> Scans, PlanNode Root)
{
    /// <summary>The plan as an indented tree, scans first.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var index = 0; index < Scans.Length; index++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index}: {Scans[index]}\n");
        Append(text, Root, 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, PlanNode node, int depth)
    {
        text.Append(' ', depth * 2).Append(node).Append('\n');
        foreach (var input in node.Inputs())
            Append(text, input, depth + 1);
    }
}
