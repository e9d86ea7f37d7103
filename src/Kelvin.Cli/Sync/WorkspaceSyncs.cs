using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Collection.Secrets;
using Kelvin.Collection.Series;
using Kelvin.Collection.Sources;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Scheduling;
using Kelvin.Connectors;
using Kelvin.Queries.Warehouse;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Cli.Sync;

/// <summary>Fetching in a workspace, for a command that ends.</summary>
internal sealed class WorkspaceSyncs(ServiceProvider state, Surroundings surroundings, string folder) : IAsyncDisposable
{
    private readonly SyncSettings _settings = Settings(folder);

    /// <summary>What has been fetched.</summary>
    public SyncHistory History { get; } = new(state.GetRequiredService<IDbContextFactory<KelvinState>>(), surroundings.Clock);

    /// <summary>Its connections.</summary>
    public OpenConnections Connections { get; } = new(SourceReaders.All, state.GetRequiredService<SecretStore>(), Settings(folder));

    /// <summary>Opens the state of a workspace.</summary>
    public static async Task<WorkspaceSyncs> OpenAsync(Surroundings surroundings, string folder, CancellationToken cancellationToken) =>
        new(await WorkspaceState.OpenAsync(surroundings, folder, cancellationToken), surroundings, folder);

    /// <summary>Where fetching takes place in a workspace.</summary>
    public static SyncSettings Settings(string folder) => new(folder, Path.Combine(OpenedWorkspace.WarehouseOf(folder), "spool"));

    /// <summary>Fetches datasets of a catalog into a warehouse.</summary>
    public SyncDataset Of(MetricCatalog catalog, IWarehouse warehouse) => new(new FixedCatalog(catalog), warehouse, Connections, new TakeSamples(warehouse), History, _settings, surroundings.Clock);

    /// <summary>When datasets of a catalog are due.</summary>
    public SyncTimes TimesOf(MetricCatalog catalog) => new(new FixedCatalog(catalog), History, surroundings.Clock);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => state.DisposeAsync();
}
