using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Queries.Testing;
using Spectre.Console;

namespace Kelvin.Cli.Test;

/// <summary>Runs the tests of a workspace and of its packs, each on an empty warehouse of the same engine.</summary>
internal sealed class TestWorkspace(Session session)
{
    private readonly Terminal _terminal = session.Terminal;

    public async Task<int> RunAsync(string? named, string? filter, CancellationToken cancellationToken)
    {
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, _terminal);
        var workspace = OpenedWorkspace.Read(folder.Value);
        var errors = workspace.Catalog.Issues.Where(issue => issue.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
            _terminal.Note(_terminal.Say("workspace.errors", ("count", errors.Count)), new Style(Color.Yellow));
        var tests = workspace.Catalog.Tests.Where(test => Matches(test, filter)).ToList();
        if (tests.Count == 0)
        {
            _terminal.Note(filter is null ? _terminal.Say("test.none") : _terminal.Say("test.none-such", ("filter", filter)));
            return errors.Count > 0 || filter is not null ? ExitCode.Issues : ExitCode.Fine;
        }
        var failed = await RunAsync(workspace, tests, cancellationToken);
        // A test whose definitions are broken cannot run, and silence would pass for success.
        return failed > 0 || errors.Count > 0 ? ExitCode.Issues : ExitCode.Fine;
    }

    private async Task<int> RunAsync(OpenedWorkspace workspace, List<MetricTest> tests, CancellationToken cancellationToken)
    {
        var choice = new WarehouseChoice(session.Surroundings, workspace.Folder);
        var runner = new RunMetricTests(token => choice.OpenEmptyAsync(workspace.Catalog.Settings, token), session.Surroundings.Clock);
        var report = new TestReport(_terminal, workspace);
        await foreach (var outcome in runner.RunAsync(workspace.Catalog, tests, cancellationToken))
            report.Write(outcome);
        report.WriteSummary();
        return report.Failed;
    }

    private static bool Matches(MetricTest test, string? filter) =>
        filter is null || test.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)
        || test.Pack == filter || test.Query.Metrics.Contains(filter, StringComparer.Ordinal);
}
