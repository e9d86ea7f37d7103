using System.Collections.Immutable;
using DuckDB.NET.Data;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>Importing a clean CSV file, checked and reported, against DuckDB's own COPY of the same file into the same types.</summary>
internal static class ImportBench
{
    private const int Runs = 5;

    internal const string Definitions = """
        workspace: Bench
        zone: UTC
        currency: SEK
        ---
        dataset: orders
        label: Orders
        key: id
        time: ordered_at
        columns:
          id: integer
          ordered_at: timestamp
          promised_on: date
          country: text
          channel: text
          customer: text
          amount: money
          cost: money
          weight: number
          is_gift: boolean
        """;

    public static async Task RunAsync(BenchFolder folder, long rows)
    {
        var file = folder.File("orders.csv");
        WriteFile(folder, file, rows);
        var catalog = CatalogLoader.Load([new DefinitionFile("bench.yaml", Definitions, null)]);
        // Each time into another dataset, which is empty: in one that has rows, they would be compared, which COPY does not do.
        var datasets = Enumerable.Range(0, Runs + 1).Select(run => catalog.Datasets["orders"] with { Name = FormattableString.Invariant($"orders{run}") }).ToList();
        await using var warehouse = await DuckDbWarehouse.OpenAsync(folder.File("imported"), DuckDbSettings.Default, CancellationToken.None);
        await warehouse.PrepareAsync(catalog with { Datasets = datasets.ToImmutableSortedDictionary(dataset => dataset.Name, dataset => dataset) }, CancellationToken.None);
        var next = 0;
        var copied = folder.File("copied.duckdb");
        var (kelvin, copy) = await Pair.TimeAsync(Runs,
            async () =>
            {
                var report = await warehouse.LoadAsync(
                    new LoadRequest(datasets[next++], file, LoadMode.Replace, TimeZoneInfo.Utc), null, CancellationToken.None);
                if (report.Value?.Accepted != rows)
                    throw new InvalidOperationException(string.Join('\n', report.Issues));
            },
            () =>
            {
                Execute(copied, "DROP TABLE IF EXISTS orders", """
                    CREATE TABLE orders (id BIGINT, ordered_at TIMESTAMP, promised_on DATE, country VARCHAR, channel VARCHAR, customer VARCHAR,
                      amount DECIMAL(18,4), cost DECIMAL(18,4), weight DOUBLE, is_gift BOOLEAN)
                    """, $"COPY orders FROM '{file}' (FORMAT csv, HEADER)");
                return Task.CompletedTask;
            });
        Pair.Report(FormattableString.Invariant($"importing a CSV file of {rows:N0} rows and 10 columns"), kelvin, copy, copy / kelvin, "≥ 0.80");
    }

    /// <summary>Writes a clean file of so many orders.</summary>
    internal static void WriteFile(BenchFolder folder, string file, long rows) =>
        Execute(folder.File("made.duckdb"), FormattableString.Invariant($"""
            COPY (
              SELECT i AS id, TIMESTAMP '2024-01-01' + to_seconds(i * 60) AS ordered_at, CAST(DATE '2024-01-03' + CAST(i / 1440 AS INTEGER) AS DATE) AS promised_on,
                'country ' || (hash(i) % 10) AS country, 'channel ' || (hash(i + 1) % 5) AS channel, 'customer ' || (hash(i + 2) % 50000) AS customer,
                CAST((hash(i + 4) % 100000) / 100.0 AS DECIMAL(18,4)) AS amount, CAST((hash(i + 5) % 60000) / 100.0 AS DECIMAL(18,4)) AS cost,
                (hash(i + 6) % 1000) / 7.0 AS weight, hash(i + 7) % 10 = 0 AS is_gift
              FROM range({rows}) AS t(i)
            ) TO '{file}' (FORMAT csv, HEADER)
            """));

    private static void Execute(string database, params string[] statements)
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
