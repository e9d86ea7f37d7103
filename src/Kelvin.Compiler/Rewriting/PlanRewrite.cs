using System.Collections.Immutable;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Rewriting;

/// <summary>A change of a plan that makes it cheaper and never changes its answer.</summary>
/// <param name="Name">What it does, for <c>explain</c>.</param>
/// <param name="Apply">The change.</param>
public sealed record PlanRewrite(string Name, Func<MetricPlan, MetricPlan> Apply)
{
    /// <summary>All rewrites, in the order in which they are applied.</summary>
    public static ImmutableArray<PlanRewrite> All { get; } =
    [
        new("read a dataset once", FuseScans.Apply),
        new("take columns of one scan together", MergePicks.Apply),
    ];

    /// <summary>The plan after all rewrites.</summary>
    public static MetricPlan ApplyAll(MetricPlan plan) => All.Aggregate(plan, (rewritten, rewrite) => rewrite.Apply(rewritten));
}
