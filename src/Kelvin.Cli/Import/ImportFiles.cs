using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Versions;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Import;

/// <summary>Imports files and says of each what became of it.</summary>
internal sealed class ImportFiles(Session session, WorkspaceAtWork workspace)
{
    private readonly Terminal _terminal = session.Terminal;
    private readonly ImportReport _report = new(session.Terminal, workspace.Definitions);

    public async Task<int> RunAsync(ImportPlan plan, LoadMode mode, CancellationToken cancellationToken)
    {
        foreach (var (dataset, file) in plan.Absent)
            _terminal.Note(_terminal.Say("import.absent", ("dataset", dataset.Name), ("file", file)));
        if (plan.Steps.IsEmpty)
        {
            _terminal.Note(_terminal.Say("import.nothing"));
            return plan.Absent.IsEmpty ? ExitCode.Fine : ExitCode.Issues;
        }
        var outcomes = await LoadBars.ShowAsync(_terminal, bars => LoadAsync(plan, mode, bars, cancellationToken));
        foreach (var (dataset, file, outcome) in outcomes)
            _report.Write(dataset, file, outcome);
        _report.WriteTotal();
        return outcomes.Any(one => !one.Outcome.IsSound) ? ExitCode.Issues
            : outcomes.Any(one => one.Outcome.Value!.Rejected > 0) ? ExitCode.RowsRejected
            : ExitCode.Fine;
    }

    private async Task<List<(Dataset Dataset, string File, Checked<LoadReport> Outcome)>> LoadAsync(
        ImportPlan plan, LoadMode mode, LoadBars bars, CancellationToken cancellationToken)
    {
        var outcomes = new List<(Dataset, string, Checked<LoadReport>)>();
        foreach (var step in plan.Steps)
        {
            // The first that is taken replaces, and the others join it; one that is refused has replaced nothing.
            var isJoining = false;
            foreach (var file in step.Files)
            {
                var request = new LoadRequest(
                    step.Dataset, file, mode == LoadMode.Replace && isJoining ? LoadMode.Append : mode, workspace.Definitions.Catalog.Settings.Zone)
                {
                    Tongue = _terminal.Tongue,
                    Person = CommandPerson.Of(session),
                };
                var outcome = await workspace.Warehouse.LoadAsync(request, bars.Begin(Path.GetFileName(file)), cancellationToken);
                isJoining |= outcome.IsSound;
                outcomes.Add((step.Dataset, file, outcome));
            }
        }
        return outcomes;
    }
}
