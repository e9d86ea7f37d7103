using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Rewriting;

/// <summary>
/// Scans that read the same rows in the same groups become one, with the union of their ranges and parts. Whole scans over
/// different ranges become one whose parts are bound to their ranges; a count of rows then tells which groups each had.
/// </summary>
internal static class FuseScans
{
    /// <summary>The plan with as few scans as possible.</summary>
    public static MetricPlan Apply(MetricPlan plan)
    {
        var fused = new List<FusedScan>();
        var indexOf = plan.Scans.Select(scan => IndexFor(scan, fused)).ToArray();
        for (var scan = 0; scan < plan.Scans.Length; scan++)
            fused[indexOf[scan]].Add(plan.Scans[scan]);
        return plan with
        {
            Scans = [.. fused.Select(one => one.ToScan())],
            Root = plan.Root.MapLeaves(leaf => leaf switch
            {
                PlanNode.Pick pick => fused[indexOf[pick.Scan]].Move(pick, plan.Scans[pick.Scan], indexOf[pick.Scan]),
                PlanNode.Merge merge => fused[indexOf[merge.Scan]].Move(merge, plan.Scans[merge.Scan], indexOf[merge.Scan]),
                _ => leaf,
            }),
        };
    }

    private static int IndexFor(Scan scan, List<FusedScan> fused)
    {
        var index = fused.FindIndex(one => one.Takes(scan));
        if (index >= 0)
            return index;
        fused.Add(new FusedScan(scan));
        return fused.Count - 1;
    }
}
