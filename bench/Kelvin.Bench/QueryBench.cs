using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>Single questions against the best SQL that we could write by hand for the same answer.</summary>
internal static class QueryBench
{
    private const int Runs = 11;
    private static readonly ResultColumn Bucket = new("bucket", ResultKind.Date);
    private static readonly ResultColumn Sum = new("s", ResultKind.Decimal);

    public static async Task RunAsync(SalesWarehouse sales)
    {
        await CompareAsync(sales, "daily sum over two years", new MetricQuery { Metrics = ["revenue"], Grain = Grain.Day, Range = "2024..2025" },
            "SELECT CAST(sold_at AS DATE) AS bucket, sum(amount) AS s FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY 1",
            Bucket, Sum);
        await CompareAsync(sales, "weekly ratio by 2 dimensions", new MetricQuery { Metrics = ["margin"], Grain = Grain.Week, Range = "2024..2025", By = ["country", "channel"] },
            "SELECT CAST(date_trunc('week', sold_at) AS DATE) AS bucket, country, channel, (sum(amount)::DOUBLE - sum(cost)::DOUBLE) / nullif(sum(amount)::DOUBLE, 0) AS r FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY ALL",
            Bucket, new("country", ResultKind.Text), new("channel", ResultKind.Text), new("r", ResultKind.Double));
        await CompareAsync(sales, "monthly, compared with last year", new MetricQuery { Metrics = ["revenue"], Grain = Grain.Month, Range = "2025", Compare = "last year" },
            "WITH m AS (SELECT CAST(date_trunc('month', sold_at) AS DATE) AS bucket, sum(amount) AS s FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY 1) SELECT a.bucket, a.s, b.s AS compared FROM m AS a LEFT JOIN m AS b ON b.bucket = a.bucket - INTERVAL 1 YEAR WHERE a.bucket >= DATE '2025-01-01'",
            Bucket, Sum, new("compared", ResultKind.Decimal));
        await CompareAsync(sales, "weekly median", new MetricQuery { Metrics = ["median_amount"], Grain = Grain.Week, Range = "2024..2025" },
            "SELECT CAST(date_trunc('week', sold_at) AS DATE) AS bucket, median(CAST(amount AS DOUBLE)) AS m FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY 1",
            Bucket, new("m", ResultKind.Double));
        var stockholm = SalesWarehouse.CatalogIn("Europe/Stockholm");
        var daily = new MetricQuery { Metrics = ["revenue"], Grain = Grain.Day, Range = "2024..2025" };
        var (local, utc) = await Pair.TimeAsync(Runs, () => sales.AskAsync(stockholm, daily), () => sales.AskAsync(daily));
        Pair.Report("daily sum, days of Stockholm against days of UTC", local, utc, local / utc, "≤ 1.2");
    }

    private static async Task CompareAsync(SalesWarehouse sales, string what, MetricQuery query, string sql, params ResultColumn[] shape)
    {
        var (kelvin, byHand) = await Pair.TimeAsync(Runs, () => sales.AskAsync(query), () => sales.RunAsync(sql, shape));
        Pair.Report(what, kelvin, byHand, kelvin / byHand, "≤ 1.10");
    }
}
