using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;
using Kelvin.Workspace;

namespace Kelvin.Cli.Workspaces;

/// <summary>A workspace with its warehouse open and its tables in order.</summary>
internal sealed class WorkspaceAtWork : IAsyncDisposable
{
    private WorkspaceAtWork(OpenedWorkspace definitions, IWarehouse warehouse) => (Definitions, Warehouse) = (definitions, warehouse);

    /// <summary>Its definitions.</summary>
    public OpenedWorkspace Definitions { get; }

    /// <summary>Its rows.</summary>
    public IWarehouse Warehouse { get; }

    /// <summary>
    /// Opens it, and mentions what is wrong with its definitions in one line: the sound part works. Where nothing speaks for
    /// another engine, DuckDB starts while the definitions are read: together they are most of what a short command takes.
    /// </summary>
    public static async Task<WorkspaceAtWork> OpenAsync(Session session, WorkspaceFolder folder, CancellationToken cancellationToken)
    {
        var choice = new WarehouseChoice(session.Surroundings, folder.Path);
        var opening = choice.NamesServer ? null : choice.OpenDuckDbAsync(cancellationToken);
        var definitions = OpenedWorkspace.Read(folder);
        IWarehouse warehouse = opening is not null && definitions.Catalog.Settings.Warehouse == WarehouseKind.DuckDb
            ? await opening
            : await OpenInsteadAsync(opening, choice, definitions.Catalog.Settings, cancellationToken);
        try
        {
            var issues = await warehouse.PrepareAsync(definitions.Catalog, cancellationToken);
            definitions.MentionErrors(session.Terminal);
            new IssuePrinter(session.Terminal, session.Terminal.Notes, definitions.TextOf).Print(issues);
            return new WorkspaceAtWork(definitions, warehouse);
        }
        catch
        {
            await warehouse.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Warehouse.DisposeAsync();

    private static async Task<IWarehouse> OpenInsteadAsync(
        Task<DuckDbWarehouse>? opening, WarehouseChoice choice, WorkspaceSettings settings, CancellationToken cancellationToken)
    {
        if (opening is not null)
            await (await opening).DisposeAsync();
        return await choice.OpenAsync(settings, cancellationToken);
    }
}
