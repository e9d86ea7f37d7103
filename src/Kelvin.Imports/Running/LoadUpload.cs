using System.Collections.Immutable;
using Kelvin.Imports.Definitions;
using Kelvin.Imports.Planning;
using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Queries.Warehouse;
using Kelvin.Workspace;

namespace Kelvin.Imports.Running;

/// <summary>Loads the files of an upload that are ready, one after the other, and takes the packs along that they need.</summary>
public sealed class LoadUpload(UploadStore uploads, PlanFiles planning, ImportDefinitions definitions, LiveCatalog catalog, LoadFile loading)
{
    /// <summary>Loads them. What became of each is written down as soon as it is known.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="number">Only this file, or all with null.</param>
    /// <param name="tongue">The language of reasons in files of rejected rows.</param>
    /// <param name="activityOf">What is being done with a file, for it to tell how far it has come and to be stopped.</param>
    /// <param name="failed">Told what could not be written down, as on a full disk. Such a file waits on; what is loaded is known when it is loaded again.</param>
    /// <param name="cancellationToken">Stops it because the process ends; files that were not loaded wait on.</param>
    public async Task RunAsync(
        string id, int? number, Tongue tongue, Func<int, ImportActivity?> activityOf, Action<Exception> failed, CancellationToken cancellationToken)
    {
        if (uploads.Find(id) is not { } upload)
            return;
        var plan = await planning.OfAsync(upload, cancellationToken);
        var ready = plan.Ready.Where(file => number is null || file.File.Number == number).ToList();
        if (definitions.TakePacks(plan.PacksToTake) is { } refusal)
        {
            foreach (var file in ready)
                Write(id, file, new FileOutcome { End = FileEnd.Refused, Dataset = file.Dataset, Told = IssueText.Write([refusal]) });
            return;
        }
        catalog.TakeUp();
        Settle(id, ready);
        try
        {
            foreach (var file in ready)
                if (activityOf(file.File.Number) is { } activity)
                    await LoadAsync(id, file, tongue, activity, failed, cancellationToken);
        }
        finally
        {
            catalog.TakeUp();
        }
    }

    private async Task LoadAsync(string id, FilePlan planned, Tongue tongue, ImportActivity activity, Action<Exception> failed, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, activity.Cancelled);
        activity.Kind = ActivityKind.Loading;
        // Files before it may have made datasets, or given rows to its own.
        if (uploads.Find(id) is not { } upload || (await planning.OfAsync(upload, stopping.Token)).Find(planned.File.Number) is not { IsReady: true } plan)
            return;
        var joins = upload.Files.Any(file => file.Number != planned.File.Number && file.Outcome is { End: FileEnd.Loaded } outcome && outcome.Dataset == plan.Dataset);
        var outcome = await TryAsync();
        try
        {
            Write(id, plan, outcome);
            Clear(id, plan.File.Content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            failed(failure);
        }

        async Task<FileOutcome> TryAsync()
        {
            try
            {
                return await loading.LoadAsync(upload, plan, joins, tongue, new Forwarded<LoadProgress>(activity.Report), stopping.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new FileOutcome { End = FileEnd.Cancelled, Dataset = plan.Dataset };
            }
            catch (Exception failure) when (failure is WarehouseException or IOException or UnauthorizedAccessException)
            {
                var issue = (failure as WarehouseException)?.Issue ?? Issue.At(null, "import.not-kept", ("reason", failure.Message));
                return new FileOutcome { End = FileEnd.Refused, Dataset = plan.Dataset, Told = IssueText.Write([issue]) };
            }
        }
    }

    /// <summary>What was shown is what is done, whatever the datasets that come with the first files would suggest for the next.</summary>
    private void Settle(string id, IEnumerable<FilePlan> ready) => uploads.Change(id, upload => ready.Aggregate(upload, (now, plan) =>
        now.Find(plan.File.Number) is not { } file ? now : now.With(file with
        {
            Choices = plan.Target switch
            {
                FileTarget.New made => file.Choices with { Dataset = null, New = made.Name },
                FileTarget.Existing existing => file.Choices with
                {
                    Dataset = plan.Dataset,
                    New = null,
                    Columns = existing.Columns.Matches.ToImmutableSortedDictionary(match => match.Column.Name, match => match.InFile, StringComparer.Ordinal),
                },
                _ => file.Choices,
            },
        })));

    private void Write(string id, FilePlan plan, FileOutcome outcome) =>
        uploads.Change(id, upload => upload.Find(plan.File.Number) is { } now
            ? upload.With(now with { Outcome = outcome, Choices = outcome.End == FileEnd.Loaded ? Done(now.Choices, plan, outcome) : now.Choices })
            : upload);

    /// <summary>What was done is remembered as if it had been said, for mended rows to take the places of others too where those of their file did.</summary>
    private static FileChoices Done(FileChoices choices, FilePlan plan, FileOutcome outcome) => choices with
    {
        Dataset = outcome.Dataset,
        New = null,
        Mode = plan.Target is FileTarget.Existing { Mode: LoadMode.Upsert } ? LoadMode.Upsert : choices.Mode,
    };

    /// <summary>Bytes whose rows are all in datasets are of no more use.</summary>
    private void Clear(string id, string content)
    {
        if (uploads.Find(id) is { } upload && upload.Files.Where(file => file.Content == content).All(file => file.Outcome?.End == FileEnd.Loaded))
            File.Delete(uploads.PathOf(id, content));
    }
}
