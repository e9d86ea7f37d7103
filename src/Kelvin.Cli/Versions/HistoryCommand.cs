using System.CommandLine;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Tracing;

namespace Kelvin.Cli.Versions;

/// <summary><c>kelvin history</c>: what changed a value.</summary>
internal static class HistoryCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "history");
        var metric = definition.NeededWord("metric");
        var range = definition.Value("--range", "time");
        var where = definition.Value("--where", "condition");
        definition.Command.SetAction((parsed, cancellationToken) => RunAsync(
            session, parsed.GetValue(session.Shared.Workspace),
            new TraceQuery(parsed.GetValue(metric)!) { Range = parsed.GetValue(range) ?? "all", Where = parsed.GetValue(where) }, cancellationToken));
        return definition.Command;
    }

    private static async Task<int> RunAsync(Session session, string? named, TraceQuery query, CancellationToken cancellationToken)
    {
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, session.Terminal);
        await using var workspace = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
        using var cache = new AnswerCache();
        var catalogs = new FixedCatalog(workspace.Definitions.Catalog);
        var asking = new AskMetric(catalogs, workspace.Warehouse, cache, session.Surroundings.Clock);
        var history = await new TraceValue(catalogs, workspace.Warehouse, asking).TraceAsync(query, Viewer.Everything, cancellationToken);
        new IssuePrinter(session.Terminal, session.Terminal.Notes, issue => workspace.Definitions.TextOf(issue) ?? query.Where ?? query.Range).Print(history.Issues);
        if (!history.IsSound)
            return ExitCode.Issues;
        new HistoryTable(session.Terminal, workspace.Definitions.Catalog, history.Value).Write();
        return ExitCode.Fine;
    }
}
