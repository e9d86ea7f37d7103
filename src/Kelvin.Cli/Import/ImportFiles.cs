using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Versions;
using Kelvin.Cli.Workspaces;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Import;

/// <summary>Imports files and says of each what became of it.</summary>
internal sealed class ImportFiles(Session session, WorkspaceAtWork workspace)
{
    private readonly Terminal _terminal = session.Terminal;

    public async Task<int> RunAsync(ImportPlan plan, LoadMode mode, CancellationToken cancellationToken)
    {
        foreach (var (dataset, file) in plan.Absent)
            _terminal.Note(_terminal.Say("import.absent", ("dataset", dataset.Name), ("file", file)));
        if (plan.Steps.IsEmpty)
        {
            _terminal.Note(_terminal.Say("import.nothing"));
            return plan.Absent.IsEmpty ? ExitCode.Fine : ExitCode.Issues;
        }
        return await new LoadInTurn(_terminal, workspace).RunAsync([.. plan.Steps.SelectMany(step => RequestsFor(step, mode))], cancellationToken);
    }

    private IEnumerable<LoadRequest> RequestsFor(ImportStep step, LoadMode mode) =>
        new LoadRequest(step.Dataset, step.Files[0], mode, workspace.Definitions.Catalog.Settings.Zone)
        {
            Others = step.Files[1..],
            Tongue = _terminal.Tongue,
            Person = CommandPerson.Of(session),
        }.AsVersions();
}
