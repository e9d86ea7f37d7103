using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;

namespace Kelvin.Cli.Tree;

/// <summary>Shows how the metrics of a workspace hang together; it reads definitions only, no rows.</summary>
internal sealed class ShowTree(Session session)
{
    private readonly Terminal _terminal = session.Terminal;

    public int Run(string? named, string? metric, string? format)
    {
        if (format is not (null or "text" or "json"))
            return UsageErrors.Report([Issue.At(null, "cli.usage.format", ("written", format), ("known", "text, json"))], _terminal);
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, _terminal);
        var workspace = OpenedWorkspace.Read(folder.Value);
        workspace.MentionErrors(_terminal);
        var catalog = workspace.Catalog;
        if (metric is not null && !catalog.Metrics.ContainsKey(metric))
        {
            var issue = Issue.At(null, "cli.tree.unknown-metric", ("name", metric), ("nearest", NearestName.Of(metric, catalog.Metrics.Keys)));
            new IssuePrinter(_terminal, _terminal.Notes, _ => null).Print(issue);
            return ExitCode.Issues;
        }
        if (format == "json")
            TreeReport.Write(catalog, metric, _terminal.Tongue, _terminal.Data);
        else
            new TreePicture(_terminal, catalog).Write(metric);
        return ExitCode.Fine;
    }
}
