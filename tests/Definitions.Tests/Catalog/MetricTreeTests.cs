using Kelvin.Catalog;

namespace Definitions.Tests.Catalog;

public sealed class MetricTreeTests
{
    private const string Shop = """
        metric: margin
        formula: revenue * 0.2
        ---
        metric: clicks_made
        formula: sum(visits.clicks)
        drives: [revenue, basket]
        ---
        metric: basket
        formula: revenue / count(orders)
        """;

    [Fact]
    public void Metrics_that_bear_on_no_other_are_on_top() => Equal(
        """
        basket
          revenue formula
            clicks_made drives
          clicks_made drives
        margin
          revenue formula shown before
        """,
        Tree(Shop).Draw());

    [Fact]
    public void Under_a_metric_hangs_what_bears_on_it_with_its_formula_first() => Equal(
        """
        basket
          revenue formula
            clicks_made drives
          clicks_made drives
        """,
        Tree(Shop).DrawDrivers("basket"));

    [Fact]
    public void Under_a_metric_may_hang_what_it_bears_on_too() => Equal(
        """
        clicks_made
          basket drives
          revenue drives
            basket formula
            margin formula
        """,
        Tree(Shop).DrawDriven("clicks_made"));

    [Fact]
    public void A_circle_is_drawn_once_and_ends() => Equal(
        """
        happiness
          service drives
            happiness drives circle
        """,
        Tree("""
            metric: service
            formula: count(orders)
            drives: [happiness]
            ---
            metric: happiness
            formula: count(orders)
            drives: [service]
            """).Draw());

    [Fact]
    public void Every_edge_has_one_line()
    {
        var tree = Tree(Shop);
        Assert.Equal(tree.Edges, tree.Draw().Select(line => line.Edge).OfType<MetricEdge>().OrderBy(edge => edge.To, StringComparer.Ordinal).ThenBy(edge => edge.From, StringComparer.Ordinal));
    }

    [Fact]
    public void A_chain_longer_than_the_call_stack_is_drawn()
    {
        const int length = 5_000;
        var tree = Tree(string.Join("\n---\n", Enumerable.Range(0, length).Select(index => $"metric: m{index}\nformula: count(orders)\ndrives: [m{index + 1}]"))
            + $"\n---\nmetric: m{length}\nformula: count(orders)");
        Assert.Equal(length, tree.DrawDrivers($"m{length}")[^1].Depth);
    }

    private static MetricTree Tree(string text) => MetricTree.Of(Definitions.LoadWithSound(text).Faultless());

    private static void Equal(string drawing, IEnumerable<MetricBranch> branches) => Assert.Equal(
        drawing.ReplaceLineEndings("\n").Split('\n'),
        branches.Select(branch => new string(' ', branch.Depth * 2) + branch.Metric
            + branch.Edge switch { null => "", { IsPartOfFormula: true } => " formula", _ => " drives" }
            + branch.Repeat switch { BranchRepeat.ShownBefore => " shown before", BranchRepeat.Circle => " circle", _ => "" }));
}
