using Kelvin.Catalog;
using Kelvin.Collection.Pushing;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Pushing;

/// <summary>A shop with orders, on real DuckDB, that takes rows.</summary>
public sealed class Shop : IAsyncDisposable
{
    public const string Definitions = """
        dataset: orders
        label: Orders
        key: order_id
        time: ordered_at
        columns:
          order_id: text
          ordered_at: timestamp
          shipped_on: date?
          amount: money SEK
          weight: number?
          is_gift: boolean?
        """;

    private Shop(DuckDbWarehouse warehouse, MetricCatalog catalog, PushLimits limits)
    {
        (Warehouse, Catalog) = (warehouse, catalog);
        Commits = new GroupCommit(warehouse, limits);
        Pushing = new PushRows(new FixedCatalog(catalog), Commits, limits);
    }

    public IWarehouse Warehouse { get; }

    public MetricCatalog Catalog { get; }

    public GroupCommit Commits { get; }

    public PushRows Pushing { get; }

    public static async Task<Shop> OpenAsync(PushLimits? limits = null)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("orders.yaml", Definitions, null)]);
        var warehouse = await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, CancellationToken.None);
        await warehouse.PrepareAsync(catalog, CancellationToken.None);
        return new Shop(warehouse, catalog, limits ?? PushLimits.Default);
    }

    public async Task<long> CountAsync() => (await Warehouse.StatesAsync(CancellationToken.None))["orders"].Rows;

    public async ValueTask DisposeAsync()
    {
        await Commits.DisposeAsync();
        await Warehouse.DisposeAsync();
    }
}
