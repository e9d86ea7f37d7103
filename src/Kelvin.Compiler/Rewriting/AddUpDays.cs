using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Rewriting;

/// <summary>
/// Weeks, months and longer are put together from days by us: cutting each row's day to the first of its month costs the engine
/// several times what grouping by the day does. Only for mergeable parts, and without dimensions, so that the days are few.
/// </summary>
internal static class AddUpDays
{
    /// <summary>The plans with such scans per day. One that is read together with what needs the rows of its periods stays with that.</summary>
    public static ImmutableArray<MetricPlan> Apply(ImmutableArray<MetricPlan> plans)
    {
        ImmutableArray<Scan> holistic = [.. plans.SelectMany(plan => plan.Scans).Where(scan => !scan.IsMergeable)];
        return
        [
            .. plans.Select(plan => ReadFinerOnce.With(plan,
                [.. plan.Scans.Select(scan => IsFor(scan, plan.Query.Bound.Calendar) && !holistic.Any(scan.ReadsLike) ? scan with { Bucketing = new Bucketing.ByGrain(Grain.Day) } : scan)])),
        ];
    }

    private static bool IsFor(Scan scan, Calendar calendar) =>
        scan is { Bucketing: Bucketing.ByGrain { Grain: { IsWithinDay: false } grain }, Axis: not null, Ranges: { } ranges, Dimensions.IsEmpty: true, CutsBuckets: false, IsMergeable: true }
        && grain != Grain.Day && Windows.AreMadeOf(ranges, Grain.Day, calendar);
}
