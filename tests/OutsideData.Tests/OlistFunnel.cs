using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>The same marketplace's leads and deals, with dates that a spreadsheet rewrote.</summary>
internal static class OlistFunnel
{
    public static OutsideValues Values { get; } = new("olist_funnel")
    {
        Totals =
        [
            "mqls", "closed_deals", "deals_not_in_leads", "conversion_rate", "sales_cycle_days_mean", "sales_cycle_days_median",
            "sales_cycle_days_p90", "negative_cycle_deals", "converted_within_30_days", "declared_revenue_sum",
            "declared_revenue_nonzero_deals",
        ],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["leads_by_origin"] = new() { Metrics = ["mqls"], By = ["origin"] },
            ["conversion_rate_by_origin"] = new() { Metrics = ["won_leads"], By = ["origin"] },
            ["leads_by_month"] = new() { Metrics = ["mqls"], Grain = Grain.Month },
            ["cohort_conversion_by_first_contact_month"] = new() { Metrics = ["won_leads"], Grain = Grain.Month },
            ["deals_by_won_month"] = new() { Metrics = ["closed_deals"], Grain = Grain.Month },
            ["deals_by_business_type"] = new() { Metrics = ["closed_deals"], By = ["business_type"] },
            ["top_sdr_deals"] = new()
            {
                Metrics = ["closed_deals"], By = ["sdr_id"], Order = [new SortKey("closed_deals", Descending: true)], Limit = 1,
            },
            ["funnel_seller_overlap_with_olist_orders_sample"] = new() { Metrics = ["deals_of_known_sellers"] },
        }.ToImmutableSortedDictionary(),
        Rows = new Dictionary<string, long> { ["deals"] = 842, ["mqls"] = 8000, ["sellers"] = 1610 }.ToImmutableSortedDictionary(),
    };
}
