using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Workspaces;
using Kelvin.Collection.Sources;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Language;

namespace Kelvin.Cli.Sync;

/// <summary>Fetches datasets, one after the other, and says of each what became of it.</summary>
internal sealed class SyncDatasets(Session session)
{
    public async Task<int> RunAsync(string? workspace, IReadOnlyList<string> named, bool anew, CancellationToken cancellationToken)
    {
        var folder = WorkspaceSearch.Find(session, workspace);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, session.Terminal);
        await using var opened = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
        await using var syncs = await WorkspaceSyncs.OpenAsync(session.Surroundings, folder.Value.Path, cancellationToken);
        var catalog = opened.Definitions.Catalog;
        List<string> datasets = named.Count > 0 ? [.. named.Distinct()] : [.. catalog.Datasets.Values.Where(dataset => dataset.Feed is not null).Select(dataset => dataset.Name)];
        if (datasets.Count == 0)
        {
            session.Terminal.Note(session.Terminal.Say("sync.nothing"));
            return ExitCode.Fine;
        }
        var syncing = syncs.Of(catalog, opened.Warehouse);
        var runs = await SyncSpinner.ShowAsync(session.Terminal, progress => RunAsync(syncing, datasets, anew, progress, cancellationToken));
        new SyncReport(session.Terminal, opened.Definitions).Write(runs);
        return runs.Any(run => !run.Outcome.IsSound || run.Outcome.Value.Outcome != SyncOutcome.Done) ? ExitCode.Issues
            : runs.Any(run => run.Outcome.Value!.Rejected > 0) ? ExitCode.RowsRejected
            : ExitCode.Fine;
    }

    private static async Task<List<(string Dataset, Checked<SyncRun> Outcome)>> RunAsync(
        SyncDataset syncing, List<string> datasets, bool anew, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var runs = new List<(string, Checked<SyncRun>)>();
        foreach (var dataset in datasets)
            runs.Add((dataset, await syncing.RunAsync(dataset, anew, progress, cancellationToken)));
        return runs;
    }
}
