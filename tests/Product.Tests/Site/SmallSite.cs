using System.Text;
using Kelvin.Catalog;
using Kelvin.Changes;
using Kelvin.Collection.Pushing;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;
using Kelvin.Server;

namespace Product.Tests.Site;

/// <summary>A server over a few definitions and an empty warehouse, for tests that change rows.</summary>
internal sealed class SmallSite : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly string _folder;

    private SmallSite(WebApplication server, IWarehouse warehouse, string folder)
    {
        (_server, Warehouse, _folder) = (server, warehouse, folder);
        Client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()), DefaultRequestHeaders = { { "Accept-Language", "en" } } };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public IWarehouse Warehouse { get; }

    public static async Task<SmallSite> StartAsync(string definitions, PushLimits? limits = null)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("definitions.yaml", definitions, null)]);
        Assert.Empty(catalog.Issues);
        var feed = new ChangeFeed(TimeProvider.System);
        var warehouse = new AnnouncingWarehouse(await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, CancellationToken.None), feed);
        Assert.Empty(await warehouse.PrepareAsync(catalog, CancellationToken.None));
        var folder = Directory.CreateTempSubdirectory("kelvin-small-site-").FullName;
        var server = KelvinServer.Create(new ServerAddress(Port: 0), services => services
            .AddSingleton(feed)
            .AddSingleton(limits ?? PushLimits.Default)
            .AddSingleton<ICurrentCatalog>(new FixedCatalog(catalog))
            .AddSingleton<IWarehouse>(warehouse)
            .AddSiteState(folder));
        await SiteState.PrepareAsync(server);
        await server.StartAsync();
        return new SmallSite(server, warehouse, folder);
    }

    /// <summary>Pushes rows, all of which are taken.</summary>
    public async Task PushAsync(string dataset, string rows)
    {
        using var content = new StringContent(rows, Encoding.UTF8, "application/x-ndjson");
        using var response = await Client.PostAsync($"/api/v1/datasets/{dataset}/rows", content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        await Warehouse.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
