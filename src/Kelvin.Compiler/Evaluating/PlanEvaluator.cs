using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>The algebra of a plan over the frames of its scans. Null, zero and calendar rules live here, once for every engine.</summary>
public sealed class PlanEvaluator
{
    private readonly MetricPlan _plan;
    private readonly ImmutableArray<Frame> _scans;
    private readonly ImmutableArray<string> _keys;

    private PlanEvaluator(MetricPlan plan, ImmutableArray<Frame> scans)
    {
        _plan = plan;
        _scans = scans;
        _keys = [PlanNode.PeriodColumn, .. plan.Query.Bound.Dimensions.Select(dimension => dimension.Name)];
    }

    /// <summary>
    /// The answer's frame: <c>period</c> (index into the asked periods), the dimensions, the columns of the last
    /// computation and, where the calendar was filled, <c>filled</c>.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="scans">What each scan returned, in the order of the plan.</param>
    public static Frame Evaluate(MetricPlan plan, ImmutableArray<Frame> scans) =>
        new PlanEvaluator(plan, scans).Evaluate(plan.Root);

    private Frame Evaluate(PlanNode node) => node switch
    {
        PlanNode.Pick pick => Picking.Rows(pick, _plan.Scans[pick.Scan], _scans[pick.Scan]),
        PlanNode.Merge merge => Merging.Rows(merge, _plan.Scans[merge.Scan], _scans[merge.Scan]),
        PlanNode.CountReturns count => Returning.Rows(count, _plan.Scans[count.Scan], _scans[count.Scan]),
        PlanNode.Join join => Join([.. join.Inputs.Select(Evaluate)]),
        PlanNode.Beside beside => Totalling.Rows(Evaluate(beside.Input), Evaluate(beside.Totals)),
        PlanNode.Rank rank => Ranking.Rows(Evaluate(rank.Input), rank),
        PlanNode.Fill fill => Filling.Rows(Evaluate(fill.Input), _keys, _plan.Query.Periods.Length),
        PlanNode.FillFiner fill => With(Evaluate(fill.Input), (input, keys) => FinerRows.Completed(fill, input, keys)),
        PlanNode.Reduce reduce => With(Evaluate(reduce.Input), (input, keys) => Reducing.Rows(reduce, input, keys)),
        PlanNode.Compute compute => With(Evaluate(compute.Input), (input, keys) => Computing.Rows(compute, input, keys)),
        PlanNode.Sort sort => Sorting.Rows(Evaluate(sort.Input), [.. sort.Keys, .. _keys.Select(key => new SortKey(key, false))]),
        PlanNode.First first => First(Evaluate(first.Input), first.Count),
        _ => throw new InvalidOperationException($"No evaluation of {node.GetType().Name}."),
    };

    private Frame Join(ImmutableArray<Frame> inputs) => With(inputs[0], (_, keys) => Joining.Rows(inputs, keys));

    /// <summary>A step by the period and the dimensions that its input has: totals have none.</summary>
    private Frame With(Frame input, Func<Frame, ImmutableArray<string>, Frame> step) =>
        step(input, [.. _keys.Where(key => input.Find(key) is not null)]);

    private static Frame First(Frame frame, int count) =>
        count >= frame.Count ? frame : frame.Take([.. Enumerable.Range(0, count)]);
}
