using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>Balances and conversions against the best SQL that we could write by hand for the same answer.</summary>
internal static class StockBench
{
    private const int Runs = 5;

    private const string InRange = "sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01'";

    /// <summary>One row of a customer has the last moment, which whoever writes by hand may know.</summary>
    private const string Last = $"""
        SELECT bucket, CAST(sum(amount) AS DECIMAL(38, 4)) AS s
        FROM (SELECT CAST(date_trunc('month', sold_at) AS DATE) AS bucket, customer, arg_max(amount, sold_at) AS amount FROM sales WHERE {InRange} GROUP BY ALL) GROUP BY bucket
        """;

    private const string Mean = $"""
        SELECT bucket, sum(mean) AS s
        FROM (SELECT CAST(date_trunc('month', sold_at) AS DATE) AS bucket, customer, CAST(sum(amount) AS DOUBLE) / count(DISTINCT sold_at) AS mean FROM sales WHERE {InRange} GROUP BY ALL) GROUP BY bucket
        """;

    private const string Conversion = $"""
        WITH base AS (SELECT customer, sold_at FROM sales WHERE channel = 'channel 1' AND {InRange}),
        led AS (SELECT CAST(date_trunc('month', b.sold_at) AS DATE) AS bucket, count(*) AS k
          FROM (SELECT customer, sold_at FROM sales WHERE channel = 'channel 2') AS c ASOF JOIN base AS b ON c.customer = b.customer AND c.sold_at >= b.sold_at
          WHERE c.sold_at < b.sold_at + INTERVAL 30 DAY GROUP BY 1),
        every AS (SELECT CAST(date_trunc('month', sold_at) AS DATE) AS bucket, count(*) AS n FROM base GROUP BY 1)
        SELECT bucket, k / n AS s FROM every JOIN led USING (bucket)
        """;

    public static async Task RunAsync(SalesWarehouse sales)
    {
        await CompareAsync(sales, "last balance per month and account", "last_amounts", Last, ResultKind.Decimal);
        await CompareAsync(sales, "average balance per month and account", "mean_amounts", Mean, ResultKind.Double);
        await CompareAsync(sales, "conversion within 30 days, monthly", "conversion", Conversion, ResultKind.Double);
    }

    private static async Task CompareAsync(SalesWarehouse sales, string what, string metric, string sql, ResultKind kind)
    {
        var query = new MetricQuery { Metrics = [metric], Grain = Grain.Month, Range = "2024..2025" };
        var (kelvin, byHand) = await Pair.TimeAsync(Runs, () => sales.AskAsync(query),
            () => sales.RunAsync(sql, new("bucket", ResultKind.Date), new("s", kind)));
        Pair.Report(what, kelvin, byHand, kelvin / byHand, "≤ 1.15");
    }
}
