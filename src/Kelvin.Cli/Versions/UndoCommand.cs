using System.CommandLine;
using System.Globalization;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;

namespace Kelvin.Cli.Versions;

/// <summary><c>kelvin undo</c>: undoes a load.</summary>
internal static class UndoCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "undo");
        var load = definition.NeededWord("load");
        var reason = definition.Value("--reason", "part");
        definition.Command.SetAction((parsed, cancellationToken) =>
            RunAsync(session, parsed.GetValue(session.Shared.Workspace), parsed.GetValue(load)!, parsed.GetValue(reason), cancellationToken));
        return definition.Command;
    }

    private static async Task<int> RunAsync(Session session, string? named, string written, string? reason, CancellationToken cancellationToken)
    {
        var terminal = session.Terminal;
        if (!long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var load))
            return UsageErrors.Report([Issue.At(null, "cli.usage.number", ("name", "undo"), ("written", written))], terminal);
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, terminal);
        await using var workspace = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
        var undone = await workspace.Warehouse.UndoAsync(load, CommandPerson.Of(session), reason, cancellationToken);
        new IssuePrinter(terminal, terminal.Notes, _ => null).Print(undone.Issues);
        if (!undone.IsSound)
            return ExitCode.Issues;
        terminal.Text.WriteLine(terminal.Say("undo.done",
            ("load", load), ("dataset", undone.Value.Dataset), ("by", undone.Value.Id), ("removed", undone.Value.Removed), ("added", undone.Value.Added)));
        return ExitCode.Fine;
    }
}
