using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Compiler.Rewriting;

namespace Cases.Tests;

/// <summary>What a dashboard costs: the scans that questions asked together need.</summary>
public sealed class TileTests
{
    private static readonly string[] Metrics = ["orders", "revenue", "basket", "paid_share"];

    [Fact]
    public void Numbers_days_and_months_of_one_dataset_are_one_scan() =>
        Assert.Equal(1, ScansOf([.. Numbers(), .. Trends(Grain.Day), .. Trends(Grain.Month)]));

    [Fact]
    public void Twenty_tiles_over_one_dataset_are_at_most_three_scans() =>
        Assert.Equal(3, ScansOf([.. Numbers(), .. Trends(Grain.Day), .. Trends(Grain.Month), .. Parts("country"), .. Parts("channel")]));

    [Fact]
    public void A_median_needs_rows_and_so_a_scan_of_its_own() =>
        Assert.Equal(2, ScansOf([.. Trends(Grain.Day), new MetricQuery { Metrics = ["middle"], Grain = Grain.Month, Range = "2025" }]));

    [Fact]
    public void A_sum_is_read_with_a_median_of_the_same_periods() =>
        Assert.Equal(1, ScansOf([.. Trends(Grain.Month), new MetricQuery { Metrics = ["middle"], Grain = Grain.Month, Range = "2025" }]));

    private static IEnumerable<MetricQuery> Numbers() =>
        Metrics.Select(metric => new MetricQuery { Metrics = [metric], Range = "2025", Compare = "last year" });

    private static IEnumerable<MetricQuery> Trends(Grain grain) =>
        Metrics.Select(metric => new MetricQuery { Metrics = [metric], Range = "2025", Grain = grain, Compare = grain == Grain.Month ? "last year" : null });

    private static IEnumerable<MetricQuery> Parts(string dimension) =>
        Metrics.Select(metric => new MetricQuery { Metrics = [metric], Range = "2025", By = [dimension] });

    private static int ScansOf(ImmutableArray<MetricQuery> queries)
    {
        var now = new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);
        var plans = queries.Select(query => Binder.Bind(query, Catalog, ImmutableDictionary<string, string>.Empty)
            .Then(bound => Pinner.Pin(bound, now, Extents.None)).Value!).Select(Planner.Plan).ToImmutableArray();
        Assert.Equal(queries.Length, plans.Length);
        return PlanRewrite.ApplyAll(plans)[0].Scans.Length;
    }

    private static Kelvin.Catalog.MetricCatalog Catalog { get; } = Kelvin.Catalog.CatalogLoader.Load(
    [
        new("tiles.yaml", """
            workspace: Tiles
            zone: UTC
            currency: SEK
            ---
            dataset: sales
            label: Sales
            time: sold_on
            columns: { sold_on: date, country: text, channel: text, paid: boolean, amount: money }
            ---
            { metric: orders, label: Orders, formula: count(sales) }
            ---
            { metric: revenue, label: Revenue, formula: sum(sales.amount) }
            ---
            { metric: basket, label: Basket, formula: revenue / orders }
            ---
            { metric: paid_share, label: Paid, formula: "share(sales, paid)" }
            ---
            { metric: middle, label: Middle, formula: median(sales.amount) }
            """, null),
    ]);
}
