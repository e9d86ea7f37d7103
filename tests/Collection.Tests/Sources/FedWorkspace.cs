using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Collection.Secrets;
using Kelvin.Collection.Series;
using Kelvin.Collection.Sources;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Connectors;
using Kelvin.Engines.DuckDb;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Collection.Tests.Sources;

/// <summary>A workspace whose datasets are fetched over connections, on real DuckDB and SQLite.</summary>
internal sealed class FedWorkspace : ICurrentCatalog, IAsyncDisposable
{
    private readonly StateFolder _state = new();
    private readonly ServiceProvider _services;

    private FedWorkspace(ServiceProvider services, StateFolder state, DuckDbWarehouse warehouse)
    {
        (_services, _state) = (services, state);
        Real = warehouse;
        Warehouse = warehouse;
        History = new SyncHistory(States, state.Clock);
        Folder = Directory.CreateTempSubdirectory("kelvin-fed-").FullName;
        Settings = new SyncSettings(Folder, Path.Combine(Folder, "spool")) { Retries = 0 };
    }

    public MetricCatalog Current { get; private set; } = MetricCatalog.Empty;

    public FakeTimeProvider Clock => _state.Clock;

    public string Folder { get; }

    public DuckDbWarehouse Real { get; }

    public IWarehouse Warehouse { get; set; }

    public SyncHistory History { get; }

    public SyncSettings Settings { get; set; }

    public IReadOnlyList<ISourceReader> Readers { get; set; } = SourceReaders.All;

    public IDbContextFactory<KelvinState> States => _services.GetRequiredService<IDbContextFactory<KelvinState>>();

    public SecretStore Secrets => _services.GetRequiredService<SecretStore>();

    public OpenConnections Connections => new(Readers, Secrets, Settings);

    public SyncDataset Syncing => new(this, Warehouse, Connections, new TakeSamples(Warehouse), History, Settings, Clock);

    public static async Task<FedWorkspace> OpenAsync(string definitions)
    {
        var state = new StateFolder();
        var warehouse = await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default with { Clock = state.Clock }, CancellationToken.None);
        var workspace = new FedWorkspace(await state.OpenAsync(), state, warehouse);
        await workspace.DefineAsync(definitions);
        return workspace;
    }

    public async Task DefineAsync(string definitions)
    {
        Current = CatalogLoader.Load([new DefinitionFile("kelvin.yaml", "workspace: Shop\nzone: Europe/Stockholm\nallow_private_networks: true\n---\n" + definitions, null)]);
        Assert.Empty(Current.Issues);
        Assert.Empty(await Real.PrepareAsync(Current, CancellationToken.None));
    }

    /// <summary>Private networks are refused from now on.</summary>
    public void Forbid() => Current = Current with { Settings = Current.Settings with { AllowsPrivateNetworks = false } };

    public async Task<SyncRun> SyncAsync(string dataset, bool anew = false, CancellationToken cancellationToken = default)
    {
        var run = await Syncing.RunAsync(dataset, anew, null, cancellationToken);
        Assert.True(run.IsSound, string.Join(" ", run.Issues));
        return run.Value;
    }

    /// <summary>Runs, and everything goes well.</summary>
    public async Task<SyncRun> SyncWellAsync(string dataset)
    {
        var run = await SyncAsync(dataset);
        Assert.True(run.Outcome == SyncOutcome.Done, string.Join(" ", run.Issues.Select(issue => $"{issue.Code}: {issue}")));
        return run;
    }

    /// <summary>Runs and fails, with this as its first issue.</summary>
    public async Task<Issue> SyncBadlyAsync(string dataset, string code)
    {
        var run = await SyncAsync(dataset);
        Assert.Equal((SyncOutcome.Failed, code), (run.Outcome, run.Issues.FirstOrDefault()?.Code));
        Assert.NotNull(run.EndedAt);
        // Each has its words.
        Assert.DoesNotContain('{', run.Issues[0].Message(Tongue.English) + run.Issues[0].Message(Tongue.Swedish));
        return run.Issues[0];
    }

    /// <summary>An expression over a dataset's rows in the warehouse's SQL, each row's as text, in order.</summary>
    public async Task<string> RowsAsync(string dataset, string expression)
    {
        var frame = await Real.QueryAsync(
            new SqlText($"SELECT CAST({expression} AS VARCHAR) AS x FROM {dataset} ORDER BY 1", []), [new ResultColumn("x", ResultKind.Text)], CancellationToken.None);
        return string.Join(" | ", Enumerable.Range(0, frame.Count).Select(row => Convert.ToString(frame["x"][row], CultureInfo.InvariantCulture)));
    }

    public async Task<ImmutableArray<LoadRecord>> LoadsAsync(string dataset) => await Real.LoadsAsync(dataset, 100, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Real.DisposeAsync();
        await _services.DisposeAsync();
        _state.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
