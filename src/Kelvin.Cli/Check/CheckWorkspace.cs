using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Spectre.Console;

namespace Kelvin.Cli.Check;

/// <summary>Reads the definitions of a workspace and shows everything that is wrong in them.</summary>
internal sealed class CheckWorkspace(Session session)
{
    private readonly Terminal _terminal = session.Terminal;

    public int Run(string? named, string? format)
    {
        if (format is not (null or "text" or "json"))
            return UsageErrors.Report([Issue.At(null, "cli.usage.format", ("written", format), ("known", "text, json"))], _terminal);
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, _terminal);
        var workspace = OpenedWorkspace.Read(folder.Value);
        var errors = workspace.Catalog.Issues.Count(issue => issue.Severity == Severity.Error);
        if (format == "json")
            CheckReport.Write(workspace.Catalog, _terminal.Tongue, _terminal.Data);
        else
            Show(workspace, errors);
        return errors > 0 ? ExitCode.Issues : ExitCode.Fine;
    }

    private void Show(OpenedWorkspace workspace, int errors)
    {
        var catalog = workspace.Catalog;
        new IssuePrinter(_terminal, _terminal.Output, workspace.TextOf).Print(catalog.Issues);
        var warnings = catalog.Issues.Length - errors;
        _terminal.Output.Write(new Text(Summary(catalog, errors, warnings) + "\n", new Style(
            errors > 0 ? Color.Red : warnings > 0 ? Color.Yellow : Color.Green)));
    }

    private string Summary(MetricCatalog catalog, int errors, int warnings) => _terminal.Say(
        "check.summary", ("metrics", catalog.Metrics.Count), ("datasets", catalog.Datasets.Count), ("tests", catalog.Tests.Length),
        ("errors", errors), ("warnings", warnings));
}
