using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Workspaces;

/// <summary>Opens the warehouse that the settings of a workspace choose.</summary>
internal sealed class WarehouseChoice(Surroundings surroundings, string folder)
{
    /// <summary>The variable of the environment that names the server: a connection string is a secret, and settings are shared.</summary>
    private const string Server = "KELVIN_POSTGRES";

    /// <summary>Whether a workspace here may keep its rows in PostgreSQL.</summary>
    public bool NamesServer => surroundings.Variable(Server) is { Length: > 0 };

    /// <summary>The warehouse of a workspace.</summary>
    /// <exception cref="WarehouseException">It cannot be opened, or the server is not named.</exception>
    public async Task<IWarehouse> OpenAsync(WorkspaceSettings settings, CancellationToken cancellationToken) =>
        settings.Warehouse == WarehouseKind.Postgres
            ? await PostgresWarehouse.OpenAsync(Postgres(), cancellationToken)
            : await OpenDuckDbAsync(cancellationToken);

    /// <summary>The warehouse in the workspace's own folder.</summary>
    public Task<DuckDbWarehouse> OpenDuckDbAsync(CancellationToken cancellationToken) =>
        DuckDbWarehouse.OpenAsync(OpenedWorkspace.WarehouseOf(folder), DuckDb(), cancellationToken);

    /// <summary>An empty warehouse on the same engine, gone when it is disposed.</summary>
    /// <exception cref="WarehouseException">It cannot be opened, or the server is not named.</exception>
    public async Task<IWarehouse> OpenEmptyAsync(WorkspaceSettings settings, CancellationToken cancellationToken) =>
        settings.Warehouse == WarehouseKind.Postgres
            ? await PostgresWarehouse.OpenTemporaryAsync(Postgres(), cancellationToken)
            : await DuckDbWarehouse.OpenInMemoryAsync(DuckDb(), cancellationToken);

    private DuckDbSettings DuckDb() => DuckDbSettings.Default with { Clock = surroundings.Clock };

    private PostgresSettings Postgres() => NamesServer
        ? new PostgresSettings(surroundings.Variable(Server)!)
        {
            Clock = surroundings.Clock,
            Rejected = Path.Combine(OpenedWorkspace.WarehouseOf(folder), "rejected"),
        }
        : throw new WarehouseException(Issue.At(null, "cli.failure.postgres-not-named", ("variable", Server)));
}
