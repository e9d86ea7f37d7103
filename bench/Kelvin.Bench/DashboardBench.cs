using Kelvin.Calendars;
using Kelvin.Compiler;

namespace Kelvin.Bench;

/// <summary>Twenty tiles asked together against the same twenty asked one by one.</summary>
internal static class DashboardBench
{
    private const int Runs = 5;

    public static async Task RunAsync(SalesWarehouse sales)
    {
        var tiles = Tiles();
        var (together, apart) = await Pair.TimeAsync(Runs, () => sales.AskAsync(tiles), async () =>
        {
            foreach (var tile in tiles)
                await sales.AskAsync(tile);
        });
        Pair.Report($"{tiles.Length} tiles together against one by one", together, apart, together / apart, "≤ 0.20");
    }

    private static MetricQuery[] Tiles()
    {
        string[] metrics = ["revenue", "orders", "margin", "basket", "web_orders"];
        return
        [
            .. metrics.Select(metric => new MetricQuery { Metrics = [metric], Range = "2025", Compare = "last year" }),
            .. metrics.Select(metric => new MetricQuery { Metrics = [metric], Range = "2025", Grain = Grain.Day }),
            .. metrics.Select(metric => new MetricQuery { Metrics = [metric], Range = "2025", Grain = Grain.Month, Compare = "last year" }),
            .. metrics.Select((metric, index) => new MetricQuery { Metrics = [metric], Range = "2025", By = [index % 2 == 0 ? "country" : "channel"] }),
        ];
    }
}
