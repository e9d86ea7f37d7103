using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>Subscriptions with a start and an end: recurring revenue at a moment, and what moved it.</summary>
internal static class Ravenstack
{
    /// <summary>The months of the bridge: from the first that has a month before.</summary>
    public const string BridgeRange = "2023-02..2024-12";

    public static OutsideValues Values { get; } = new("ravenstack")
    {
        Totals = ["subscriptions", "accounts"],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["mrr_month_end"] = new() { Metrics = ["monthly_recurring_revenue"], Grain = Grain.Month, Range = "2023..2024" },
            ["mrr_bridge"] = new()
            {
                Metrics =
                [
                    "recurring_revenue_before as opening", "new_recurring_revenue as new", "expansion", "contraction",
                    "lost_recurring_revenue as churn", "recurring_revenue_after as closing",
                ],
                Grain = Grain.Month,
                Range = BridgeRange,
            },
            ["nrr_2024"] = new() { Metrics = ["net_revenue_retention"], Range = "2024-12" },
            ["grr_2024"] = new() { Metrics = ["gross_revenue_retention"], Range = "2024-12" },
            ["churn_flag_without_end"] = new() { Metrics = ["churned_without_end"] },
            ["arr_is_12x"] = new() { Metrics = ["yearly_is_twelve_months"] },
            ["trials_with_mrr"] = new() { Metrics = ["trials_with_revenue"] },
        }.ToImmutableSortedDictionary(),
        Reasons = ImmutableSortedDictionary<string, string>.Empty.Add("bridge_closes", "a statement about the bridge, tested in RavenstackTests"),
        Rows = new Dictionary<string, long> { ["subscriptions"] = 5000 }.ToImmutableSortedDictionary(),
    };
}
