using System.CommandLine;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Workspaces;
using Kelvin.Queries.Keeping;

namespace Kelvin.Cli.Versions;

/// <summary><c>kelvin compact</c>: gives up the history that the workspace no longer wants to keep.</summary>
internal static class CompactCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "compact");
        definition.Command.SetAction((parsed, cancellationToken) => RunAsync(session, parsed.GetValue(session.Shared.Workspace), cancellationToken));
        return definition.Command;
    }

    private static async Task<int> RunAsync(Session session, string? named, CancellationToken cancellationToken)
    {
        var terminal = session.Terminal;
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, terminal);
        await using var workspace = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
        var catalog = workspace.Definitions.Catalog;
        var given = await new CompactHistory(new FixedCatalog(catalog), workspace.Warehouse, session.Surroundings.Clock).RunAsync(cancellationToken);
        terminal.Text.WriteLine(given is { } rows
            ? terminal.Say("compact.done", ("rows", rows), ("days", catalog.Settings.HistoryDays!.Value))
            : terminal.Say("compact.keeps-all"));
        return ExitCode.Fine;
    }
}
