using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;
using Kelvin.Quantities;

namespace Kelvin.Compiler.Planning;

/// <summary>Third stage: a plan for a pinned question. A pure function; what it plans is straightforward, and rewrites make it fast.</summary>
public static class Planner
{
    /// <summary>Column of a metric's compared value.</summary>
    public static string ComparedColumn(string metric) => metric + ".compared";

    /// <summary>Column of a metric's change.</summary>
    public static string ChangeColumn(string metric) => metric + ".change";

    /// <summary>Column of a metric's share of the total.</summary>
    public static string ShareColumn(string metric) => metric + ".share";

    /// <summary>Column of the rank by a metric.</summary>
    public static string RankColumn(string metric) => metric + ".rank";

    /// <summary>The plan, not yet rewritten.</summary>
    public static MetricPlan Plan(PinnedQuery query)
    {
        var scans = ImmutableArray.CreateBuilder<Scan>();
        var leaves = new LeafPlanner(query, query.Bound.Dimensions, scans, []);
        var totals = new LeafPlanner(query, [], scans, []);
        var columns = ImmutableArray.CreateBuilder<(string, FrameExpression)>();
        foreach (var metric in query.Bound.Metrics)
        {
            var value = Value(metric.Expression, leaves, [], isAsked: true);
            columns.Add((metric.Metric.Name, value));
            if (query.Bound.Query.Shares)
                columns.Add((ShareColumn(metric.Metric.Name), new FrameExpression.Call(MetricOperator.Divide, [value, Value(metric.Expression, totals, [], isAsked: true)])));
            if (query.Compared.IsEmpty)
                continue;
            var compared = new FrameExpression.InPeriods(
                [.. query.Compared.Select(period => !period.IsEmpty)], Value(metric.Expression, leaves, [], isAsked: false));
            columns.Add((ComparedColumn(metric.Metric.Name), compared));
            columns.Add((ChangeColumn(metric.Metric.Name), Change(value, compared, metric.Metric.Unit)));
        }
        if (query.Bound.Rows is { } rows)
            leaves.Plan(rows, [], isAsked: true);
        var node = leaves.Joined();
        if (query.Bound.Query.Fill)
            node = new PlanNode.Fill(node);
        if (query.Bound.Query.Shares)
            node = new PlanNode.Beside(node, totals.Joined());
        node = new PlanNode.Compute(node, columns.ToImmutable(), leaves.Values);
        if (query.Bound.Query.Ranks)
            node = new PlanNode.Rank(node, [.. query.Bound.Metrics.Select(metric => new RankedColumn(metric.Metric.Name, metric.Metric.Better == Direction.Lower))], OthersOf(query.Bound));
        node = new PlanNode.Sort(node, query.Bound.Query.Order.IsDefault ? [] : query.Bound.Query.Order);
        if (query.Bound.Query.Limit is { } limit)
            node = new PlanNode.First(node, limit);
        return new MetricPlan(query, scans.ToImmutable(), node);
    }

    private static string? OthersOf(BoundQuery query) =>
        query.Top is { } top ? TopGroups.OthersColumn(TopDimension.NameOf(query.Query, top)) : null;

    private static FrameExpression Value(
        BoundExpression expression, LeafPlanner leaves, ImmutableArray<TimeWindow> path, bool isAsked)
    {
        FrameExpression Inner(BoundExpression inner) => Value(inner, leaves, path, isAsked);
        return expression switch
        {
            BoundExpression.Constant constant => new FrameExpression.Constant(constant.Value),
            BoundExpression.Of of => leaves.Plan(of.Measure, path, isAsked),
            BoundExpression.Call call => new FrameExpression.Call(call.Operator, [.. call.Arguments.Select(Inner)]),
            BoundExpression.Case choice => new FrameExpression.Case(
                [.. choice.Branches.Select(branch => (Inner(branch.When), Inner(branch.Then)))],
                choice.Otherwise is null ? null : Inner(choice.Otherwise)),
            BoundExpression.Reduced reduced => leaves.Plan(reduced, path, isAsked, finer => Value(reduced.Inner, finer, [], isAsked: true)),
            BoundExpression.Seen seen => Value(seen.Inner, leaves, path.Add(seen.Window), isAsked),
            _ => throw new InvalidOperationException($"No plan for {expression.GetType().Name}."),
        };
    }

    /// <summary>
    /// Shares change by a difference, everything else relative to the size of what it is compared with, so that a loss
    /// that grows is a fall.
    /// </summary>
    private static FrameExpression Change(FrameExpression value, FrameExpression compared, Unit unit)
    {
        var difference = new FrameExpression.Call(MetricOperator.Subtract, [value, compared]);
        return unit.IsDimensionless && unit.Kind != DimensionlessKind.Number
            ? difference
            : new FrameExpression.Call(MetricOperator.Divide, [difference, new FrameExpression.Call(MetricOperator.Absolute, [compared])]);
    }
}
