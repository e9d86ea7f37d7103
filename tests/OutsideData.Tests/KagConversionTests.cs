using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>Advertisements with impressions, clicks, cost and conversions: ratios of sums, and zeroes to divide by.</summary>
public sealed class KagConversionTests
{
    private static readonly OutsideValues Values = new(
        "kag_conversion",
        new[]
        {
            "ads", "impressions", "clicks", "spend", "conversions_total", "conversions_approved", "ctr", "ctr_average_of_ratios",
            "cpc", "cpm", "cost_per_approved_conversion", "approved_per_enquiry", "ads_zero_clicks",
        }
        .ToImmutableSortedDictionary(name => name, name => new MetricQuery { Metrics = [name] })
        .AddRange(new Dictionary<string, MetricQuery>
        {
            ["cpa_by_campaign"] = new() { Metrics = ["cost_per_approved_conversion"], By = ["xyz_campaign_id"] },
            ["ctr_by_age"] = new() { Metrics = ["ctr"], By = ["age"] },
            ["ctr_by_gender"] = new() { Metrics = ["ctr"], By = ["gender"] },
            ["spend_by_date"] = new() { Metrics = ["spend"], Grain = Grain.Day, Range = "2023-08-01..2023-08-03" },
        }),
        ImmutableSortedDictionary<string, string>.Empty);

    public static TheoryData<string> Names => [.. Values.Questions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_outside_value_is_reproduced(string name) => Values.CheckAsync(name);

    [Fact]
    public void Every_outside_value_is_asked_for() => Values.CheckCoverage();

    [Fact]
    public async Task Every_row_of_the_file_is_taken()
    {
        var load = (await Company.OpenAsync(Values.Folder)).Loads["ads"];
        Assert.Equal((Values.Count("ads"), 0, 0), (load.Accepted, load.Rejected, load.EmptyLines));
    }
}
