using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Asking;

namespace Kelvin.Cli.Query;

/// <summary>Puts a question to a workspace; what is wrong with it is printed with the words it is about.</summary>
internal static class AskedQuestion
{
    /// <summary>The answer with the definitions it was asked of; only the exit code when there is none.</summary>
    public static async Task<AskedAnswer> AskAsync(
        Session session, string? workspace, MetricQuery query, CancellationToken cancellationToken)
    {
        var folder = WorkspaceSearch.Find(session, workspace);
        if (!folder.IsSound)
            return new(null, null, UsageErrors.Report(folder.Issues, session.Terminal));
        await using var opened = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
        using var cache = new AnswerCache();
        var catalog = opened.Definitions.Catalog;
        var asking = new AskMetric(new FixedCatalog(catalog), opened.Warehouse, cache, session.Surroundings.Clock);
        var outcome = await asking.AskAsync(query, Viewer.Everything, cancellationToken);
        new IssuePrinter(session.Terminal, session.Terminal.Notes, issue => opened.Definitions.TextOf(issue) ?? WordsOf(issue, query)).Print(outcome.Issues);
        return outcome.IsSound ? new(outcome.Value, catalog, ExitCode.Fine) : new(null, catalog, ExitCode.Issues);
    }

    /// <summary>The part of the question that an issue without a file speaks of.</summary>
    private static string? WordsOf(Issue issue, MetricQuery query) =>
        issue.Code.StartsWith("calendar.range", StringComparison.Ordinal) ? query.Range
        : issue.Code.StartsWith("calendar.comparison", StringComparison.Ordinal) ? query.Compare
        : issue.Code.StartsWith("query.known-on", StringComparison.Ordinal) ? query.KnownOn
        : query.Where;
}
