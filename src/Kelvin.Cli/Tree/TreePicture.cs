using System.Collections.Immutable;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Spectre.Console;

namespace Kelvin.Cli.Tree;

/// <summary>Draws how metrics hang together.</summary>
internal sealed class TreePicture(Terminal terminal, MetricCatalog catalog)
{
    private static readonly Style Heading = new(Color.Aqua, decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Top = new(decoration: Decoration.Bold);
    private readonly MetricTree _tree = MetricTree.Of(catalog);

    /// <summary>One metric with what drives it and what it drives, or all of them.</summary>
    public void Write(string? metric)
    {
        if (metric is null)
            All();
        else
            One(metric);
    }

    private void All()
    {
        if (catalog.Metrics.IsEmpty)
            Line(terminal.Say("tree.none") + "\n", Faint);
        Branches(_tree.Draw(), "drivers");
        var alone = catalog.Metrics.Values.Where(metric => !_tree.Into(metric.Name).Any() && !_tree.OutOf(metric.Name).Any()).ToList();
        if (alone.Count == 0)
            return;
        if (!_tree.Edges.IsEmpty)
            Line("\n");
        Title("alone");
        foreach (var metric in alone)
            Line("  " + NameOf(metric.Name) + "\n");
    }

    private void One(string metric)
    {
        Line(NameOf(metric) + "\n\n", Top);
        Section("drivers", _tree.DrawDrivers(metric));
        Line("\n");
        Section("driven", _tree.DrawDriven(metric));
    }

    private void Section(string direction, ImmutableArray<MetricBranch> branches)
    {
        Title(direction);
        if (branches.Length > 1)
            // The metric itself stands above both sections.
            Branches([.. branches.Skip(1).Select(branch => branch with { Depth = branch.Depth - 1 })], direction, isUnderHeading: true);
        else
            Line($"  {terminal.Say($"tree.no-{direction}")}\n", Faint);
    }

    private void Branches(ImmutableArray<MetricBranch> branches, string direction, bool isUnderHeading = false)
    {
        // For each depth, the piece of trunk that runs past what hangs below it.
        var trunks = new List<string>();
        foreach (var branch in branches)
        {
            if (branch is { Depth: 0, IsLast: true } && branch != branches[0] && !isUnderHeading)
                Line("\n");
            trunks.RemoveRange(branch.Depth, trunks.Count - branch.Depth);
            var isTop = branch.Depth == 0 && !isUnderHeading;
            Line(new StringBuilder(isUnderHeading ? "  " : "").AppendJoin("", trunks).Append(isTop ? "" : branch.IsLast ? "└─ " : "├─ ").ToString(), Faint);
            trunks.Add(isTop ? "" : branch.IsLast ? "   " : "│  ");
            Line(NameOf(branch.Metric), isTop ? Top : Style.Plain);
            if (branch.Edge is { } edge)
                Line(" · " + terminal.Say($"tree.{direction}-{(edge.IsPartOfFormula ? "formula" : "said")}"), Faint);
            if (branch.Repeat != BranchRepeat.None)
                Line(" · " + terminal.Say(branch.Repeat == BranchRepeat.Circle ? "tree.circle" : "tree.shown-before"), Faint);
            Line("\n");
        }
    }

    private string NameOf(string metric) => $"{catalog.Metrics[metric].Label.In(terminal.Tongue)} ({metric})";

    private void Title(string key) => Line(terminal.Say("tree." + key) + "\n", Heading);

    private void Line(string text, Style? style = null) => terminal.Output.Write(new Text(text, style ?? Style.Plain));
}
