using System.Collections.Immutable;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Rewriting;

/// <summary>Leaves of a join that take the same rows of a scan become one, so that columns which were read together are not joined again.</summary>
internal static class MergePicks
{
    /// <summary>The plans with one leaf per scan and set of windows.</summary>
    public static ImmutableArray<MetricPlan> Apply(ImmutableArray<MetricPlan> plans) =>
        [.. plans.Select(plan => plan with { Root = Apply(plan.Root) })];

    private static PlanNode Apply(PlanNode node) =>
        node.MapInputs(Apply) is PlanNode.Join join ? Merged(join) : node.MapInputs(Apply);

    private static PlanNode Merged(PlanNode.Join join)
    {
        var inputs = new List<PlanNode>();
        foreach (var input in join.Inputs)
        {
            var index = inputs.FindIndex(other => TakesSameRows(other, input));
            if (index < 0)
                inputs.Add(input);
            else
                inputs[index] = With(inputs[index], ColumnsOf(input));
        }
        return inputs.Count == 1 ? inputs[0] : new PlanNode.Join([.. inputs]);
    }

    private static bool TakesSameRows(PlanNode one, PlanNode other) => (one, other) switch
    {
        (PlanNode.Pick left, PlanNode.Pick right) => left.Scan == right.Scan && left.Existence == right.Existence && left.KeepEmpty == right.KeepEmpty
            && left.Windows.SequenceEqual(right.Windows),
        (PlanNode.Merge left, PlanNode.Merge right) => left.Scan == right.Scan && left.KeepEmpty == right.KeepEmpty
            && left.Windows.SequenceEqual(right.Windows),
        _ => false,
    };

    private static ImmutableArray<PickedColumn> ColumnsOf(PlanNode leaf) => leaf switch
    {
        PlanNode.Pick pick => pick.Columns,
        PlanNode.Merge merge => merge.Columns,
        _ => [],
    };

    private static PlanNode With(PlanNode leaf, ImmutableArray<PickedColumn> columns) => leaf switch
    {
        PlanNode.Pick pick => pick with { Columns = [.. pick.Columns, .. columns] },
        PlanNode.Merge merge => merge with { Columns = [.. merge.Columns, .. columns] },
        _ => leaf,
    };
}
