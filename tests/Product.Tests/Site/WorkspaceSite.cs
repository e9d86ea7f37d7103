using Kelvin.Catalog;
using Kelvin.Changes;
using Kelvin.Engines.DuckDb;
using Kelvin.Imports;
using Kelvin.Packs;
using Kelvin.Queries.Warehouse;
using Kelvin.Server;
using Kelvin.Workspace;

namespace Product.Tests.Site;

/// <summary>A server over a workspace in a folder of its own, whose definitions are followed as they change.</summary>
internal sealed class WorkspaceSite : IAsyncDisposable
{
    private const string Settings = """
        # A company that has only just begun.
        workspace: { sv: Björkvik AB, en: Björkvik Ltd }
        zone: Europe/Stockholm
        currency: SEK

        """;

    private readonly WebApplication _server;
    private readonly LiveCatalog _catalog;

    private WorkspaceSite(WebApplication server, LiveCatalog catalog, IWarehouse warehouse, string folder)
    {
        (_server, _catalog, Warehouse, Folder) = (server, catalog, warehouse, folder);
        Client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()), DefaultRequestHeaders = { { "Accept-Language", "en" } } };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public IWarehouse Warehouse { get; }

    public string Folder { get; }

    /// <summary>The definitions that hold.</summary>
    public MetricCatalog Catalog => _catalog.Current;

    /// <summary>Starts on a folder; a new one with settings alone when none is named.</summary>
    public static async Task<WorkspaceSite> StartAsync(string? folder = null)
    {
        if (folder is null)
        {
            folder = Directory.CreateTempSubdirectory("kelvin-workspace-site-").FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, WorkspaceFolder.SettingsFile), Settings);
        }
        var data = Directory.CreateDirectory(Path.Combine(folder, ".kelvin")).FullName;
        var workspace = new WorkspaceFolder(folder);
        var catalog = LiveCatalog.Open(workspace, ShippedPacks.Files, TimeProvider.System);
        var feed = new ChangeFeed(TimeProvider.System);
        var warehouse = new AnnouncingWarehouse(await DuckDbWarehouse.OpenAsync(data, DuckDbSettings.Default, CancellationToken.None), feed);
        await warehouse.PrepareAsync(catalog.Current, CancellationToken.None);
        var server = KelvinServer.Create(new ServerAddress(Port: 0), services => services
            .AddSingleton(feed)
            .AddSingleton(catalog)
            .AddSingleton<ICurrentCatalog>(catalog)
            .AddSingleton<IWarehouse>(warehouse)
            .AddSingleton(new ImportWorkspace(workspace, ShippedPacks.Files, Path.Combine(data, "uploads")))
            .AddSiteState(data));
        await SiteState.PrepareAsync(server);
        await server.StartAsync();
        return new WorkspaceSite(server, catalog, warehouse, folder);
    }

    /// <summary>What the server is made of.</summary>
    public T Room<T>() where T : notnull => _server.Services.GetRequiredService<T>();

    /// <summary>How many rows a dataset has.</summary>
    public async Task<long> RowsOfAsync(string dataset) =>
        (await Warehouse.StatesAsync(CancellationToken.None)).GetValueOrDefault(dataset)?.Rows ?? 0;

    /// <summary>Stops, and leaves the folder as it is, as a process does that ends.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        await _catalog.DisposeAsync();
        await Warehouse.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
