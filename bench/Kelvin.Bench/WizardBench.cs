using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Bench;

/// <summary>
/// The whole way of a file that nothing is known of, as the wizard and <c>kelvin import FILE</c> go it: looked at, matched to a dataset,
/// loaded; against DuckDB's own COPY of the same file into the same types.
/// </summary>
internal static class WizardBench
{
    private const int Runs = 5;

    public static async Task RunAsync(BenchFolder folder, long rows)
    {
        var file = OrdersFile.Make(folder, rows);
        var catalog = OrdersFile.Catalog();
        var datasets = Enumerable.Range(0, Runs + 1).Select(run => catalog.Datasets["orders"] with { Name = FormattableString.Invariant($"orders{run}") }).ToList();
        await using var warehouse = await DuckDbWarehouse.OpenAsync(folder.File("looked-at"), DuckDbSettings.Default, CancellationToken.None);
        await warehouse.PrepareAsync(catalog with { Datasets = datasets.ToImmutableSortedDictionary(dataset => dataset.Name, dataset => dataset) }, CancellationToken.None);
        var (next, looking) = (0, TimeSpan.Zero);
        var (kelvin, copy) = await Pair.TimeAsync(Runs,
            async () =>
            {
                var started = Pair.Now;
                var found = new ProposeFile("SEK").Look(file, FileFormat.Default, new Forwarded<double>(_ => { }), CancellationToken.None).Value!;
                looking = Pair.Now - started;
                var choice = new DatasetMatching(catalog, KnownValues.None).Suggest(found)[0];
                var choices = ImportChoices.Of(datasets[next++], found.Format, choice.Matches, LoadMode.Replace) with { Looked = found };
                var request = choices.RequestFor(file, TimeZoneInfo.Utc, Tongue.English);
                var report = await warehouse.LoadAsync(request, null, CancellationToken.None);
                if (report.Value?.Accepted != rows || found.Rows != rows)
                    throw new InvalidOperationException(string.Join('\n', report.Issues));
            },
            () =>
            {
                OrdersFile.Copy(folder.File("copied.duckdb"), file);
                return Task.CompletedTask;
            });
        Pair.Report(FormattableString.Invariant(
            $"looking at a CSV file of {rows:N0} rows and 10 columns ({looking.TotalMilliseconds:N0} ms), and importing it"), kelvin, copy, copy / kelvin, "≥ 0.70");
    }
}
