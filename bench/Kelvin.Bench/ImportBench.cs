using System.Collections.Immutable;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>Importing a clean CSV file, checked and reported, against DuckDB's own COPY of the same file into the same types.</summary>
internal static class ImportBench
{
    private const int Runs = 5;

    public static async Task RunAsync(BenchFolder folder, long rows)
    {
        var file = OrdersFile.Make(folder, rows);
        var catalog = OrdersFile.Catalog();
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
                OrdersFile.Copy(copied, file);
                return Task.CompletedTask;
            });
        Pair.Report(FormattableString.Invariant($"importing a CSV file of {rows:N0} rows and 10 columns"), kelvin, copy, copy / kelvin, "≥ 0.80");
    }
}
