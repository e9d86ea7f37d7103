using System.Collections.Immutable;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Rewriting;

/// <summary>
/// A change of plans that makes them cheaper and never changes an answer. Plans that are asked together are rewritten
/// together: afterwards they share one list of scans.
/// </summary>
/// <param name="Name">What it does, for <c>explain</c>.</param>
/// <param name="Apply">The change.</param>
public sealed record PlanRewrite(string Name, Func<ImmutableArray<MetricPlan>, ImmutableArray<MetricPlan>> Apply)
{
    /// <summary>All rewrites, in the order in which they are applied.</summary>
    public static ImmutableArray<PlanRewrite> All { get; } =
    [
        new("add up days", AddUpDays.Apply),
        new("put coarser periods together from finer ones", ReadFinerOnce.Apply),
        new("read a dataset once", FuseScans.Apply),
        new("take columns of one scan together", MergePicks.Apply),
        new("let the engine find the first groups", PushLimit.Apply),
    ];

    /// <summary>The plans after all rewrites.</summary>
    public static ImmutableArray<MetricPlan> ApplyAll(ImmutableArray<MetricPlan> plans) =>
        All.Aggregate(plans, (rewritten, rewrite) => rewrite.Apply(rewritten));
}
