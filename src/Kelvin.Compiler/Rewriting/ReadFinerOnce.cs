using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Rewriting;

/// <summary>
/// A scan per month, or over a whole range, needs no read of its own where the same groups are read per day anyway: its
/// parts are put together from the days. Only for mergeable parts and for ranges made of whole days. With dimensions only
/// within the time that is read per day already: days of many groups are many rows.
/// </summary>
internal static class ReadFinerOnce
{
    /// <summary>The plans with coarser scans bucketed as the finest that reads the same; fusing then makes them one.</summary>
    public static ImmutableArray<MetricPlan> Apply(ImmutableArray<MetricPlan> plans)
    {
        ImmutableArray<Scan> daily = [.. plans.SelectMany(plan => plan.Scans).Where(scan => scan is { Bucketing: Bucketing.ByGrain, Axis: not null, Ranges: not null, CutsBuckets: false })];
        return daily.IsEmpty ? plans : [.. plans.Select(plan => With(plan, [.. plan.Scans.Select(scan => Finer(scan, daily, plan.Query.Bound.Calendar))]))];
    }

    /// <summary>A plan with some of its scans in finer buckets, which are then put together.</summary>
    public static MetricPlan With(MetricPlan plan, ImmutableArray<Scan> scans) => plan with
    {
        Scans = scans,
        Root = plan.Root.MapLeaves(leaf => leaf switch
        {
            PlanNode.Pick pick when !scans[pick.Scan].Bucketing.Equals(plan.Scans[pick.Scan].Bucketing) =>
                new PlanNode.Merge(pick.Scan, pick.Windows, pick.Columns, KeepEmpty: plan.Scans[pick.Scan].Bucketing is Bucketing.Whole),
            _ => leaf,
        }),
    };

    /// <summary>The scan bucketed as another that reads the same groups in finer periods, or as it is when there is none.</summary>
    private static Scan Finer(Scan scan, ImmutableArray<Scan> others, Calendar calendar)
    {
        if (scan is not { Axis: not null, Ranges: { } ranges, CutsBuckets: false } || scan.Bucketing is Bucketing.ByWindow || !scan.IsMergeable)
            return scan;
        foreach (var other in others)
        {
            var grain = ((Bucketing.ByGrain)other.Bucketing).Grain;
            var asFine = scan with { Bucketing = other.Bucketing };
            if (!asFine.Equals(scan) && IsFiner(grain, scan.Bucketing, calendar, ranges) && asFine.ReadsLike(other) && IsCheap(scan, other, others, ranges))
                return asFine;
        }
        return scan;
    }

    private static bool IsCheap(Scan scan, Scan other, ImmutableArray<Scan> others, ImmutableArray<Period> ranges) =>
        (scan.Dimensions.IsEmpty && other.Bucketing is Bucketing.ByGrain { Grain.IsWithinDay: false }) || Covers(other, others, ranges);

    private static bool IsFiner(Grain grain, Bucketing bucketing, Calendar calendar, ImmutableArray<Period> ranges) =>
        Windows.AreMadeOf(ranges, grain, calendar)
        && (bucketing is Bucketing.Whole || (bucketing is Bucketing.ByGrain coarse && NestsIn(grain, coarse.Grain)));

    /// <summary>Weeks nest in nothing longer; the others nest in all that is longer.</summary>
    private static bool NestsIn(Grain fine, Grain coarse)
    {
        var (from, to) = (Order(fine), Order(coarse));
        return fine != Grain.Week && from >= 0 && to >= 0 && from < to;
    }

    private static int Order(Grain grain) => Grain.Standard.ToList().IndexOf(grain);

    /// <summary>Whether all scans that read like one reach over these ranges together.</summary>
    private static bool Covers(Scan like, ImmutableArray<Scan> others, ImmutableArray<Period> ranges)
    {
        var read = Windows.Union(others.Where(like.ReadsLike).SelectMany(other => other.Ranges!.Value));
        return ranges.All(range => range.IsEmpty || read.Any(stretch => stretch.Start <= range.Start && range.End <= stretch.End));
    }
}
