using System.Collections.Immutable;

namespace Kelvin.Compiler.Planning;

/// <summary>Walks over plans.</summary>
public static class PlanNodes
{
    /// <summary>The nodes that a node takes its rows from.</summary>
    public static ImmutableArray<PlanNode> Inputs(this PlanNode node) => node switch
    {
        PlanNode.Join join => join.Inputs,
        PlanNode.Fill fill => [fill.Input],
        PlanNode.FillFiner fill => [fill.Input],
        PlanNode.Reduce reduce => [reduce.Input],
        PlanNode.Beside beside => [beside.Input, beside.Totals],
        PlanNode.Rank rank => [rank.Input],
        PlanNode.Compute compute => [compute.Input],
        PlanNode.Sort sort => [sort.Input],
        PlanNode.First first => [first.Input],
        _ => [],
    };

    /// <summary>The same node over other inputs.</summary>
    public static PlanNode MapInputs(this PlanNode node, Func<PlanNode, PlanNode> map) => node switch
    {
        PlanNode.Join join => join with { Inputs = [.. join.Inputs.Select(map)] },
        PlanNode.Fill fill => fill with { Input = map(fill.Input) },
        PlanNode.FillFiner fill => fill with { Input = map(fill.Input) },
        PlanNode.Reduce reduce => reduce with { Input = map(reduce.Input) },
        PlanNode.Beside beside => new PlanNode.Beside(map(beside.Input), map(beside.Totals)),
        PlanNode.Rank rank => rank with { Input = map(rank.Input) },
        PlanNode.Compute compute => compute with { Input = map(compute.Input) },
        PlanNode.Sort sort => sort with { Input = map(sort.Input) },
        PlanNode.First first => first with { Input = map(first.Input) },
        _ => node,
    };

    /// <summary>The same plan with every leaf replaced.</summary>
    public static PlanNode MapLeaves(this PlanNode node, Func<PlanNode, PlanNode> replace) =>
        node.Inputs().IsEmpty ? replace(node) : node.MapInputs(input => input.MapLeaves(replace));
}
