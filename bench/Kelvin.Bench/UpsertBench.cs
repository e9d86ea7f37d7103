using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>
/// A thousand rows, half of them new, put into many by their key; and a thousand new ones added, whose keys must not be there. On
/// DuckDB, and on PostgreSQL where KELVIN_TEST_POSTGRES says how to reach one. The reference is a count of all rows.
/// </summary>
internal static class UpsertBench
{
    private const int Runs = 5;
    private const int Changed = 1_000;

    public static async Task RunAsync(BenchFolder folder, long rows)
    {
        var catalog = OrdersFile.Catalog();
        var file = OrdersFile.Make(folder, rows);
        await using (var embedded = await DuckDbWarehouse.OpenAsync(folder.File("upserted"), DuckDbSettings.Default, CancellationToken.None))
            await RunAsync("DuckDB", embedded, catalog, file, rows);
        if (Environment.GetEnvironmentVariable("KELVIN_TEST_POSTGRES") is not { Length: > 0 } server)
            return;
        await using var shared = await PostgresWarehouse.OpenTemporaryAsync(new PostgresSettings(server), CancellationToken.None);
        await RunAsync("PostgreSQL", shared, catalog, file, rows);
    }

    private static async Task RunAsync(string engine, IWarehouse warehouse, MetricCatalog catalog, string file, long rows)
    {
        await warehouse.PrepareAsync(catalog, CancellationToken.None);
        var orders = catalog.Datasets["orders"];
        if ((await warehouse.LoadAsync(new LoadRequest(orders, file, LoadMode.Replace, TimeZoneInfo.Utc), null, CancellationToken.None)).Value?.Accepted != rows)
            throw new InvalidOperationException("The rows did not come in.");
        var next = rows;
        foreach (var mode in new[] { LoadMode.Upsert, LoadMode.Append })
        {
            var (write, count) = await Pair.TimeAsync(Runs,
                async () =>
                {
                    var first = mode == LoadMode.Upsert ? next - Changed / 2 : next;
                    var written = await warehouse.WriteAsync([new RowBatch(orders, Rows(first, next)) { Mode = mode }], CancellationToken.None);
                    if (!written[0].IsSound)
                        throw new InvalidOperationException(string.Join('\n', written[0].Issues));
                    next = first + Changed;
                },
                () => warehouse.QueryAsync(new Sql.SqlText("SELECT count(*) AS n, max(amount) AS most FROM orders", []), [new ResultColumn("n", ResultKind.Decimal), new ResultColumn("most", ResultKind.Decimal)], CancellationToken.None));
            Pair.Report(FormattableString.Invariant($"{mode} of {Changed:N0} rows into {rows:N0} on {engine}"), write, count, write / count, "–");
        }
    }

    private static Frame Rows(long first, long seed)
    {
        var ids = Enumerable.Range(0, Changed).Select(at => first + at).ToList();
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return new Frame(
        [
            new FrameColumn<decimal>("id", [.. ids.Select(id => (decimal)id)]),
            new FrameColumn<DateTime>("ordered_at", [.. ids.Select(id => start.AddMinutes(id))]),
            new FrameColumn<DateOnly>("promised_on", [.. ids.Select(id => DateOnly.FromDateTime(start.AddMinutes(id)))]),
            new FrameColumn<string>("country", [.. ids.Select(_ => "country 1")]),
            new FrameColumn<string>("channel", [.. ids.Select(_ => "channel 1")]),
            new FrameColumn<string>("customer", [.. ids.Select(id => $"customer {id}")]),
            new FrameColumn<decimal>("amount", [.. ids.Select(id => (id + seed) % 1000 / 4m)]),
            new FrameColumn<decimal>("cost", [.. ids.Select(id => id % 600 / 4m)]),
            new FrameColumn<double>("weight", [.. ids.Select(id => id / 7.0)]),
            new FrameColumn<bool>("is_gift", [.. ids.Select(_ => false)]),
        ]);
    }
}
