using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>Advertisements with impressions, clicks, cost and conversions: ratios of sums, and zeroes to divide by.</summary>
internal static class KagConversion
{
    public static OutsideValues Values { get; } = new("kag_conversion")
    {
        Totals =
        [
            "ads", "impressions", "clicks", "spend", "conversions_total", "conversions_approved", "ctr", "ctr_average_of_ratios",
            "cpc", "cpm", "cost_per_approved_conversion", "approved_per_enquiry", "ads_zero_clicks",
        ],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["cpa_by_campaign"] = new() { Metrics = ["cost_per_approved_conversion"], By = ["xyz_campaign_id"] },
            ["ctr_by_age"] = new() { Metrics = ["ctr"], By = ["age"] },
            ["ctr_by_gender"] = new() { Metrics = ["ctr"], By = ["gender"] },
            ["spend_by_date"] = new() { Metrics = ["spend"], Grain = Grain.Day, Range = "2023-08-01..2023-08-03" },
        }.ToImmutableSortedDictionary(),
        Rows = new Dictionary<string, long> { ["ads"] = 1143 }.ToImmutableSortedDictionary(),
    };
}
