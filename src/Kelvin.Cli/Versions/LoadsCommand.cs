using System.CommandLine;
using System.Globalization;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;

namespace Kelvin.Cli.Versions;

/// <summary><c>kelvin loads</c>: what changed the rows of datasets.</summary>
internal static class LoadsCommand
{
    private const int Shown = 20;

    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "loads");
        var dataset = definition.Word("dataset");
        var limit = definition.Value("--limit", "number");
        definition.Command.SetAction((parsed, cancellationToken) =>
            RunAsync(session, parsed.GetValue(session.Shared.Workspace), parsed.GetValue(dataset), parsed.GetValue(limit), cancellationToken));
        return definition.Command;
    }

    private static async Task<int> RunAsync(Session session, string? named, string? dataset, string? written, CancellationToken cancellationToken)
    {
        var terminal = session.Terminal;
        var limit = Shown;
        if (written is not null && !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out limit))
            return UsageErrors.Report([Issue.At(null, "cli.usage.number", ("name", "--limit"), ("written", written))], terminal);
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, terminal);
        await using var workspace = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
        var catalog = workspace.Definitions.Catalog;
        if (dataset is not null && !catalog.Datasets.ContainsKey(dataset))
        {
            var unknown = Issue.At(null, "cli.import.unknown-dataset", ("name", dataset), ("nearest", NearestName.Of(dataset, catalog.Datasets.Keys)));
            new IssuePrinter(terminal, terminal.Notes, _ => null).Print(unknown);
            return ExitCode.Issues;
        }
        new LoadTable(terminal, catalog).Write(await workspace.Warehouse.LoadsAsync(dataset, limit, cancellationToken));
        return ExitCode.Fine;
    }
}
