using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>Single questions against the best SQL that we could write by hand for the same answer.</summary>
internal static class QueryBench
{
    private const int Runs = 11;
    private static readonly ResultColumn Bucket = new("bucket", ResultKind.Date);
    private static readonly ResultColumn Sum = new("s", ResultKind.Decimal);

    private static readonly MetricQuery Daily = new() { Metrics = ["revenue"], Grain = Grain.Day, Range = "2024..2025" };

    private const string DailyByHand =
        "SELECT CAST(sold_at AS DATE) AS bucket, sum(amount) AS s FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY 1";

    public static async Task RunAsync(SalesWarehouse sales)
    {
        await CompareAsync(sales, "daily sum over two years", Daily, DailyByHand, Bucket, Sum);
        await CompareAsync(sales, "weekly ratio by 2 dimensions", new MetricQuery { Metrics = ["margin"], Grain = Grain.Week, Range = "2024..2025", By = ["country", "channel"] },
            "WITH d AS (SELECT CAST(sold_at AS DATE) AS day, country, channel, sum(amount) AS a, sum(cost) AS c FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY ALL) SELECT CAST(date_trunc('week', day) AS DATE) AS bucket, country, channel, (sum(a)::DOUBLE - sum(c)::DOUBLE) / nullif(sum(a)::DOUBLE, 0) AS r FROM d GROUP BY ALL",
            Bucket, new("country", ResultKind.Text), new("channel", ResultKind.Text), new("r", ResultKind.Double));
        await CompareAsync(sales, "monthly, compared with last year", new MetricQuery { Metrics = ["revenue"], Grain = Grain.Month, Range = "2025", Compare = "last year" },
            "WITH d AS (SELECT CAST(sold_at AS DATE) AS day, sum(amount) AS s FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY 1), m AS (SELECT CAST(date_trunc('month', day) AS DATE) AS bucket, sum(s) AS s FROM d GROUP BY 1) SELECT a.bucket, a.s, b.s AS compared FROM m AS a LEFT JOIN m AS b ON b.bucket = a.bucket - INTERVAL 1 YEAR WHERE a.bucket >= DATE '2025-01-01'",
            Bucket, Sum, new("compared", ResultKind.Decimal));
        await CompareAsync(sales, "one month, compared with last year", new MetricQuery { Metrics = ["revenue"], Grain = Grain.Month, Range = "2025-06", Compare = "last year" },
            "WITH d AS (SELECT CAST(sold_at AS DATE) AS day, sum(amount) AS s FROM sales WHERE sold_at >= TIMESTAMP '2024-06-01' AND sold_at < TIMESTAMP '2025-07-01' AND (sold_at < TIMESTAMP '2024-07-01' OR sold_at >= TIMESTAMP '2025-06-01') GROUP BY 1), m AS (SELECT CAST(date_trunc('month', day) AS DATE) AS bucket, sum(s) AS s FROM d GROUP BY 1) SELECT a.bucket, a.s, b.s AS compared FROM m AS a LEFT JOIN m AS b ON b.bucket = a.bucket - INTERVAL 1 YEAR WHERE a.bucket >= DATE '2025-01-01'",
            Bucket, Sum, new("compared", ResultKind.Decimal));
        await CompareAsync(sales, "weekly median", new MetricQuery { Metrics = ["median_amount"], Grain = Grain.Week, Range = "2024..2025" },
            "SELECT CAST(date_trunc('week', sold_at) AS DATE) AS bucket, median(CAST(amount AS DOUBLE)) AS m FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY 1",
            Bucket, new("m", ResultKind.Double));
        await LocalDaysAsync(sales);
    }

    /// <summary>Local days against the same days of UTC by hand: those of the workspace's zone, which are kept, and those of a zone that a question asks for.</summary>
    private static async Task LocalDaysAsync(SalesWarehouse sales)
    {
        var stockholm = SalesWarehouse.CatalogIn("Europe/Stockholm");
        await sales.PrepareAsync(stockholm);
        await CompareAsync(sales, stockholm, "daily sum, days of Stockholm against days of UTC", Daily, DailyByHand, "≤ 1.20", Bucket, Sum);
        await CompareAsync(sales, stockholm, "daily sum, days of New York asked for in Stockholm, against days of UTC", Daily with { Zone = "America/New_York" }, DailyByHand, "–", Bucket, Sum);
        await sales.PrepareAsync(sales.Catalog);
    }

    private static Task CompareAsync(SalesWarehouse sales, string what, MetricQuery query, string sql, params ResultColumn[] shape) =>
        CompareAsync(sales, sales.Catalog, what, query, sql, "≤ 1.10", shape);

    private static async Task CompareAsync(
        SalesWarehouse sales, MetricCatalog catalog, string what, MetricQuery query, string sql, string goal, params ResultColumn[] shape)
    {
        var (kelvin, byHand) = await Pair.TimeAsync(Runs, () => sales.AskAsync(catalog, query), () => sales.RunAsync(sql, shape));
        Pair.Report(what, kelvin, byHand, kelvin / byHand, goal);
    }
}
