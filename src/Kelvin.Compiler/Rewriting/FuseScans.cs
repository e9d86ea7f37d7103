using System.Collections.Immutable;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Rewriting;

/// <summary>
/// Scans that read the same rows in the same groups become one, with the union of their ranges and parts. Whole scans over
/// different ranges become one whose parts are bound to their ranges; a count of rows then tells which groups each had.
/// </summary>
internal static class FuseScans
{
    /// <summary>The plans with as few scans as possible, which all of them share.</summary>
    public static ImmutableArray<MetricPlan> Apply(ImmutableArray<MetricPlan> plans)
    {
        var fused = new List<FusedScan>();
        var indexes = plans.Select(plan => plan.Scans.Select(scan => Add(scan, fused)).ToArray()).ToArray();
        ImmutableArray<Scan> scans = [.. fused.Select(one => one.ToScan())];
        return
        [
            .. plans.Zip(indexes, (plan, indexOf) => plan with
            {
                Scans = scans,
                Root = plan.Root.MapLeaves(leaf => leaf switch
                {
                    PlanNode.Pick pick => fused[indexOf[pick.Scan]].Move(pick, plan.Scans[pick.Scan], indexOf[pick.Scan]),
                    PlanNode.Merge merge => fused[indexOf[merge.Scan]].Move(merge, plan.Scans[merge.Scan], indexOf[merge.Scan]),
                    PlanNode.CountReturns count => fused[indexOf[count.Scan]].Move(count, plan.Scans[count.Scan], indexOf[count.Scan]),
                    _ => leaf,
                }),
            }),
        ];
    }

    private static int Add(Scan scan, List<FusedScan> fused)
    {
        var index = fused.FindIndex(one => one.Takes(scan));
        if (index < 0)
        {
            index = fused.Count;
            fused.Add(new FusedScan(scan));
        }
        fused[index].Add(scan);
        return index;
    }
}
