using System.Collections.Immutable;
using System.Globalization;
using Conformance.Folder;
using Kelvin.Catalog;
using Kelvin.Interchange.Dbt;
using Kelvin.Interchange.Tables;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;

namespace Conformance.Running;

/// <summary>A manifest after its import, with its tables loaded, ready to be asked.</summary>
internal sealed class LoadedModel : IAsyncDisposable
{
    private readonly IWarehouse _warehouse;
    private readonly AnswerCache _cache = new();

    private LoadedModel(DbtImport import, MetricCatalog catalog, IWarehouse warehouse, ImmutableArray<Issue> issues)
    {
        (Import, _warehouse, Issues) = (import, warehouse, issues);
        Ask = new AskMetric(new FixedCatalog(catalog), warehouse, _cache, TimeProvider.System);
    }

    /// <summary>What the manifest has become.</summary>
    public DbtImport Import { get; }

    /// <summary>The days of the calendar tables that the manifest names, which are all time for it, by granularity.</summary>
    public ImmutableDictionary<string, (DateOnly First, DateOnly Last)> Spines { get; private init; } = ImmutableDictionary<string, (DateOnly First, DateOnly Last)>.Empty;

    /// <summary>Where questions are asked.</summary>
    public AskMetric Ask { get; }

    /// <summary>What stood in the way of importing or loading.</summary>
    public ImmutableArray<Issue> Issues { get; }

    public static async Task<LoadedModel> LoadAsync(CaseFolder folder, string model, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        var import = DbtImport.Read([new DefinitionFile(model + ".json", folder.Manifest(model), null)], new WarehouseTables(folder.Tables.Values.Select(table => table.AsWarehouseTable())));
        var catalog = CatalogLoader.Load([DbtImport.Settings(model), .. import.Files]);
        var issues = await warehouse.PrepareAsync(catalog, cancellationToken);
        foreach (var dataset in catalog.Datasets.Values)
            if (dataset.Source is DatasetSource.Files { Format: var format } && folder.Tables.TryGetValue(Path.GetFileNameWithoutExtension(format.File ?? dataset.Name), out var table))
                try
                {
                    issues = [.. issues, .. (await warehouse.AddAsync(dataset, TableFrame.Of(table, dataset, format), cancellationToken)).Issues];
                }
                catch (Exception exception) when (exception is FormatException or WarehouseException or InvalidDataException)
                {
                    // A table that cannot be loaded is empty; the others are there.
                    Console.Error.WriteLine($"{table.Name}: {exception.Message}");
                }
        return new LoadedModel(import, catalog, warehouse, [.. import.Issues, .. issues])
        {
            Spines = import.TimeSpines.Where(spine => folder.Tables.ContainsKey(spine.Value.Table))
                .ToImmutableDictionary(spine => spine.Key, spine => Extent(folder.Tables[spine.Value.Table].Values(spine.Value.Column))),
        };
    }

    private static (DateOnly, DateOnly) Extent(IEnumerable<string?> values)
    {
        var days = values.OfType<string>().Select(value => DateOnly.ParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        return (days.Min(), days.Max());
    }

    public async ValueTask DisposeAsync()
    {
        _cache.Dispose();
        await _warehouse.DisposeAsync();
    }
}
