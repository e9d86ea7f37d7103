using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>Counts of different values against the best SQL that we could write by hand for the same answer.</summary>
internal static class DistinctBench
{
    private const int Runs = 5;

    /// <summary>
    /// By the next appearance of each value: +1 where it enters, −1 where 28 days have passed without it. Rows of one day
    /// need not be put together first, as all but the last are followed at once.
    /// </summary>
    private const string Trailing = """
        WITH n AS (SELECT day, lead(day) OVER (PARTITION BY customer ORDER BY day) AS next FROM (SELECT customer, CAST(sold_at AS DATE) AS day FROM sales)),
        p AS (SELECT day, next, count(*) AS k FROM (SELECT day, CASE WHEN next - day < 28 THEN next END AS next FROM n) GROUP BY ALL),
        d AS (SELECT day, sum(k) AS k FROM (SELECT day, k FROM p UNION ALL SELECT coalesce(next, day + 28), -k FROM p) GROUP BY day)
        SELECT day AS bucket, CAST(sum(k) OVER (ORDER BY day) AS DECIMAL(38, 0)) AS s FROM d
        """;

    private const string SoFar = """
        SELECT day AS bucket, CAST(sum(k) OVER (ORDER BY day) AS DECIMAL(38, 0)) AS s
        FROM (SELECT day, count(*) AS k FROM (SELECT min(CAST(sold_at AS DATE)) AS day FROM sales GROUP BY customer) GROUP BY day)
        """;

    public static async Task RunAsync(SalesWarehouse sales)
    {
        await CompareAsync(sales, "distinct customers monthly", "customers", Grain.Month,
            "SELECT CAST(date_trunc('month', sold_at) AS DATE) AS bucket, CAST(count(DISTINCT customer) AS DECIMAL(38, 0)) AS s FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01' AND sold_at < TIMESTAMP '2026-01-01' GROUP BY 1");
        await CompareAsync(sales, "distinct customers of 28 days, daily", "customers_28_days", Grain.Day, Trailing);
        await CompareAsync(sales, "distinct customers so far, daily", "customers_so_far", Grain.Day, SoFar);
    }

    private static async Task CompareAsync(SalesWarehouse sales, string what, string metric, Grain grain, string sql)
    {
        var query = new MetricQuery { Metrics = [metric], Grain = grain, Range = "2024..2025" };
        var (kelvin, byHand) = await Pair.TimeAsync(Runs, () => sales.AskAsync(query),
            () => sales.RunAsync(sql, new("bucket", ResultKind.Date), new("s", ResultKind.Decimal)));
        Pair.Report(what, kelvin, byHand, kelvin / byHand, "≤ 1.15");
    }
}
