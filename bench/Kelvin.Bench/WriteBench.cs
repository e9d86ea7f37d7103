using System.Collections.Immutable;
using System.Diagnostics;
using DuckDB.NET.Data;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>
/// Batches of a hundred rows, fifty to a call, each with a key of its own, into a dataset with a key: against a bare appender that
/// puts the same rows into a bare table with the same commits.
/// </summary>
internal static class WriteBench
{
    private const int Runs = 3;
    private const int BatchRows = 100;
    private const int Batches = 50;
    private const int Calls = 40;

    private const string Definitions = """
        workspace: Bench
        zone: UTC
        currency: SEK
        ---
        dataset: readings
        label: Readings
        key: id
        time: at
        columns: { id: text, at: timestamp, place: text, amount: money, weight: number }
        """;

    public static async Task RunAsync(BenchFolder folder)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("bench.yaml", Definitions, null)]);
        var readings = catalog.Datasets["readings"];
        ImmutableArray<ImmutableArray<Frame>> calls = [.. Enumerable.Range(0, Calls).Select(call => Enumerable.Range(0, Batches).Select(batch => Rows(call * Batches + batch)).ToImmutableArray())];
        var run = 0;
        var longest = TimeSpan.Zero;
        var (kelvin, bare) = await Pair.TimeAsync(Runs,
            async () =>
            {
                await using var warehouse = await DuckDbWarehouse.OpenAsync(folder.File($"written{run++}"), DuckDbSettings.Default, CancellationToken.None);
                await warehouse.PrepareAsync(catalog, CancellationToken.None);
                for (var call = 0; call < Calls; call++)
                {
                    var started = Stopwatch.GetTimestamp();
                    var outcomes = await warehouse.WriteAsync(
                        [.. calls[call].Select((rows, batch) => new RowBatch(readings, rows) { Key = FormattableString.Invariant($"{call}-{batch}") })], CancellationToken.None);
                    if (outcomes.Sum(outcome => outcome.Value!.Added) != BatchRows * Batches)
                        throw new InvalidOperationException("Rows were lost.");
                    longest = Stopwatch.GetElapsedTime(started) is var took && took > longest ? took : longest;
                }
            },
            () =>
            {
                Append(folder.File($"bare{run}.duckdb"), calls);
                return Task.CompletedTask;
            });
        const int All = BatchRows * Batches * Calls;
        Pair.Report(FormattableString.Invariant(
            $"writing {All:N0} rows in batches of {BatchRows}, {Batches} a call: {All * 1000.0 / kelvin:N0} rows/s, the longest call {longest.TotalMilliseconds:N0} ms"), kelvin, bare, kelvin / bare, "≥ 20,000 rows/s");
    }

    private static Frame Rows(int batch)
    {
        var numbers = Enumerable.Range(batch * BatchRows, BatchRows).ToArray();
        var start = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return new Frame(
        [
            new FrameColumn<string>("id", [.. numbers.Select(number => FormattableString.Invariant($"reading-{number}"))]),
            new FrameColumn<DateTime>("at", [.. numbers.Select(number => start.AddSeconds(number))]),
            new FrameColumn<string>("place", [.. numbers.Select(number => FormattableString.Invariant($"place {number % 40}"))]),
            new FrameColumn<decimal>("amount", [.. numbers.Select(number => number % 1000 / 4m)]),
            new FrameColumn<double>("weight", [.. numbers.Select(number => number / 7.0)]),
        ]);
    }

    private static void Append(string database, ImmutableArray<ImmutableArray<Frame>> calls)
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        Execute(connection, "CREATE OR REPLACE TABLE readings (id VARCHAR, \"at\" TIMESTAMP, place VARCHAR, amount DECIMAL(18,4), weight DOUBLE)");
        foreach (var call in calls)
        {
            Execute(connection, "BEGIN TRANSACTION");
            using (var appender = connection.CreateAppender("readings"))
                foreach (var rows in call)
                    for (var row = 0; row < rows.Count; row++)
                        appender.CreateRow().AppendValue((string)rows["id"][row]!).AppendValue((DateTime)rows["at"][row]!).AppendValue((string)rows["place"][row]!)
                            .AppendValue((decimal)rows["amount"][row]!).AppendValue((double)rows["weight"][row]!).EndRow();
            Execute(connection, "COMMIT");
        }
    }

    private static void Execute(DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
