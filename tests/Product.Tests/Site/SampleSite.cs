using Kelvin.Catalog;
using Kelvin.Engines.DuckDb;
using Kelvin.Packs;
using Kelvin.Queries.Warehouse;
using Kelvin.Samples;
using Kelvin.Server;
using Kelvin.Web.Reading;
using Kelvin.Workspace;
using Microsoft.Extensions.Time.Testing;
using Product.Tests.Site;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Product.Tests.Site;

/// <summary>The sample company on a server of its own, on a morning that never ends.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 17, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-product-tests-").FullName;
    private DuckDbWarehouse? _warehouse;
    private WebApplication? _server;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        SampleCompany.Write(_folder, seed: 1, DateOnly.FromDateTime(Morning.Date));
        var files = new WorkspaceFolder(_folder).Read();
        var catalog = files.Load(ShippedPacks.Files);
        _warehouse = await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, CancellationToken.None);
        Assert.Empty(await _warehouse.PrepareAsync(catalog, CancellationToken.None));
        foreach (var dataset in catalog.Datasets.Values)
            if (dataset.Source is DatasetSource.Files { Format: var format })
                await LoadAsync(dataset, format.File ?? dataset.Name + ".csv", catalog);
        _server = KelvinServer.Create(new ServerAddress(Port: 0), services => services
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Morning))
            .AddSingleton<ICurrentCatalog>(new FixedCatalog(catalog))
            .AddSingleton<IWarehouse>(_warehouse)
            .AddSiteState(_folder)
            .AddSingleton<DefinitionText>(name => files.Files.FirstOrDefault(file => file.Path == name)?.Text));
        await SiteState.PrepareAsync(_server);
        await _server.StartAsync();
        Address = new Uri(_server.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_warehouse is not null)
            await _warehouse.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A client that asks in a language.</summary>
    public HttpClient Client(string language = "en") =>
        new() { BaseAddress = Address, DefaultRequestHeaders = { { "Accept-Language", language } } };

    private async Task LoadAsync(Dataset dataset, string file, MetricCatalog catalog)
    {
        var path = Path.Combine(_folder, file);
        if (!File.Exists(path))
            return;
        var outcome = await _warehouse!.LoadAsync(new LoadRequest(dataset, path, LoadMode.Replace, catalog.Settings.Zone), null, CancellationToken.None);
        Assert.True(outcome.IsSound, string.Join('\n', outcome.Issues));
    }
}
