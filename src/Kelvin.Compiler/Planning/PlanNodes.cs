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
        PlanNode.Compute compute => [compute.Input],
        PlanNode.Sort sort => [sort.Input],
        PlanNode.First first => [first.Input],
        _ => [],
    };

    /// <summary>The same plan with every leaf replaced.</summary>
    public static PlanNode MapLeaves(this PlanNode node, Func<PlanNode, PlanNode> replace) => node switch
    {
        PlanNode.Join join => join with { Inputs = [.. join.Inputs.Select(input => input.MapLeaves(replace))] },
        PlanNode.Fill fill => fill with { Input = fill.Input.MapLeaves(replace) },
        PlanNode.FillFiner fill => fill with { Input = fill.Input.MapLeaves(replace) },
        PlanNode.Reduce reduce => reduce with { Input = reduce.Input.MapLeaves(replace) },
        PlanNode.Compute compute => compute with { Input = compute.Input.MapLeaves(replace) },
        PlanNode.Sort sort => sort with { Input = sort.Input.MapLeaves(replace) },
        PlanNode.First first => first with { Input = first.Input.MapLeaves(replace) },
        _ => replace(node),
    };
}
