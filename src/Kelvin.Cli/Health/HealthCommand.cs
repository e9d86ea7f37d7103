using System.CommandLine;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Queries.Trusting;

namespace Kelvin.Cli.Health;

/// <summary><c>kelvin health</c>: whether datasets can be relied on.</summary>
internal static class HealthCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "health");
        var dataset = definition.Word("dataset");
        var run = definition.Flag("--run");
        definition.Command.SetAction((parsed, cancellationToken) =>
            RunAsync(session, parsed.GetValue(session.Shared.Workspace), parsed.GetValue(dataset), parsed.GetValue(run), cancellationToken));
        return definition.Command;
    }

    private static async Task<int> RunAsync(Session session, string? named, string? dataset, bool runs, CancellationToken cancellationToken)
    {
        var terminal = session.Terminal;
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
        var asked = catalog.Datasets.Values.Where(one => dataset is null || one.Name == dataset).ToList();
        foreach (var checkedOne in asked.Where(one => runs && !one.Expects.Checks.IsEmpty))
            await workspace.Warehouse.InspectAsync(checkedOne.Name, cancellationToken);
        var states = await workspace.Warehouse.StatesAsync(cancellationToken);
        var trust = new TrustReading(catalog, states, session.Surroundings.Clock.GetUtcNow());
        var isWell = new HealthTable(terminal, catalog, states, trust).Write(asked, withChecks: dataset is not null);
        return isWell ? ExitCode.Fine : ExitCode.Issues;
    }
}
