using Kelvin.Catalog;
using Kelvin.Collection.Pushing;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;
using Kelvin.Server;

namespace Product.Tests.Site;

/// <summary>A server over a few definitions and an empty warehouse, for tests that change rows.</summary>
internal sealed class SmallSite : IAsyncDisposable
{
    private readonly WebApplication _server;

    private SmallSite(WebApplication server, IWarehouse warehouse)
    {
        (_server, Warehouse) = (server, warehouse);
        Client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()), DefaultRequestHeaders = { { "Accept-Language", "en" } } };
    }

    public HttpClient Client { get; }

    public IWarehouse Warehouse { get; }

    public static async Task<SmallSite> StartAsync(string definitions, PushLimits? limits = null)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("definitions.yaml", definitions, null)]);
        Assert.Empty(catalog.Issues);
        var warehouse = await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, CancellationToken.None);
        Assert.Empty(await warehouse.PrepareAsync(catalog, CancellationToken.None));
        var server = KelvinServer.Create(new ServerAddress(Port: 0), services => services
            .AddSingleton(limits ?? PushLimits.Default)
            .AddSingleton<ICurrentCatalog>(new FixedCatalog(catalog))
            .AddSingleton<IWarehouse>(warehouse));
        await server.StartAsync();
        return new SmallSite(server, warehouse);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        await Warehouse.DisposeAsync();
    }
}
