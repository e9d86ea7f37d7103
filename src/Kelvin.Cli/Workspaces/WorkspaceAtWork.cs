using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Language;
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

    /// <summary>Opens it, and mentions what is wrong with its definitions in one line: the sound part works.</summary>
    public static async Task<WorkspaceAtWork> OpenAsync(Session session, WorkspaceFolder folder, CancellationToken cancellationToken)
    {
        var (definitions, warehouse) = await OpenAsync(new WarehouseChoice(session.Surroundings, folder.Path), folder, cancellationToken);
        try
        {
            var issues = await warehouse.PrepareAsync(definitions.Catalog, cancellationToken);
            Mention(definitions.Catalog.Issues, session.Terminal);
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

    /// <summary>
    /// Where nothing speaks for another engine, DuckDB starts while the definitions are read: together they are most of what a short
    /// command takes.
    /// </summary>
    private static async Task<(OpenedWorkspace, IWarehouse)> OpenAsync(WarehouseChoice choice, WorkspaceFolder folder, CancellationToken cancellationToken)
    {
        var opening = choice.NamesServer ? null : choice.OpenDuckDbAsync(cancellationToken);
        var definitions = OpenedWorkspace.Read(folder);
        var settings = definitions.Catalog.Settings;
        if (opening is null)
            return (definitions, await choice.OpenAsync(settings, cancellationToken));
        var warehouse = await opening;
        if (settings.Warehouse == WarehouseKind.DuckDb)
            return (definitions, warehouse);
        await warehouse.DisposeAsync();
        return (definitions, await choice.OpenAsync(settings, cancellationToken));
    }

    private static void Mention(ImmutableArray<Issue> issues, Terminal terminal)
    {
        var errors = issues.Count(issue => issue.Severity == Severity.Error);
        if (errors > 0)
            terminal.Note(terminal.Say("workspace.errors", ("count", errors)), new Spectre.Console.Style(Spectre.Console.Color.Yellow));
    }
}
