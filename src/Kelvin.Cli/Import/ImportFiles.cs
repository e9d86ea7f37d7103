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
        foreach (var (request, outcome) in outcomes)
            _report.Write(request, outcome);
        _report.WriteTotal();
        return outcomes.Any(one => !one.Outcome.IsSound) ? ExitCode.Issues
            : outcomes.Any(one => one.Outcome.Value!.Rejected > 0) ? ExitCode.RowsRejected
            : ExitCode.Fine;
    }

    private async Task<List<(LoadRequest Request, Checked<LoadReport> Outcome)>> LoadAsync(
        ImportPlan plan, LoadMode mode, LoadBars bars, CancellationToken cancellationToken)
    {
        var outcomes = new List<(LoadRequest, Checked<LoadReport>)>();
        foreach (var step in plan.Steps)
            foreach (var request in RequestsFor(step, mode))
                outcomes.Add((request, await workspace.Warehouse.LoadAsync(request, bars.Begin(request.Name), cancellationToken)));
        return outcomes;
    }

    private IEnumerable<LoadRequest> RequestsFor(ImportStep step, LoadMode mode) =>
        new LoadRequest(step.Dataset, step.Files[0], mode, workspace.Definitions.Catalog.Settings.Zone)
        {
            Others = step.Files[1..],
            Tongue = _terminal.Tongue,
            Person = CommandPerson.Of(session),
        }.AsVersions();
}
