using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Series;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Spooling;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Polly;
using Polly.Retry;

namespace Kelvin.Collection.Sources;

/// <summary>
/// Fetches the rows of a dataset over its connection. Whatever goes wrong on the way, the dataset has what it had or what a whole
/// part brought, and the next run goes on from there. A source that is out of reach is tried again; a mistake is not.
/// </summary>
public sealed class SyncDataset(
    ICurrentCatalog catalogs, IWarehouse warehouse, OpenConnections connections, TakeSamples taking, SyncHistory history, SyncSettings settings, TimeProvider clock)
{
    private readonly SpoolFolder _spool = new(settings.Spool);

    /// <summary>Runs once.</summary>
    /// <param name="name">The dataset.</param>
    /// <param name="anew">Whether to forget how far it had come, and fetch everything.</param>
    /// <param name="progress">Told now and then how far it has come, or null.</param>
    /// <param name="cancellationToken">Stops it; what is durable by then stays.</param>
    /// <returns>The run as it ended; faulty when none could begin.</returns>
    public async Task<Checked<SyncRun>> RunAsync(string name, bool anew, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        if (WhyNot(catalog, name) is { } refusal)
            return Checked<SyncRun>.Faulty(refusal);
        var dataset = catalog.Datasets[name];
        using var hold = _spool.TryHold(name);
        if (hold is null)
            return Checked<SyncRun>.Faulty(Issue.At(dataset.Place, "sync.busy", ("dataset", name)));
        var before = (await history.RunsAsync(name, 1, cancellationToken)).FirstOrDefault();
        var run = await history.BeginAsync(name, dataset.Feed!, cancellationToken);
        try
        {
            var issues = await TryAsync(catalog, dataset, run, anew, progress, cancellationToken);
            await EndAsync(
                run, issues.Any(issue => issue.Severity == Severity.Error) ? SyncOutcome.Failed : SyncOutcome.Done, anew ? issues : [.. WhatCameBefore(dataset, before, run), .. issues]);
        }
        catch (Exception failure)
        {
            var known = WhatFailed(failure);
            await EndAsync(run, failure is OperationCanceledException ? SyncOutcome.Cancelled : SyncOutcome.Failed, [known ?? Issue.At(null, "sync.unforeseen", ("reason", failure.Message))]);
            if (known is null || failure is OperationCanceledException)
                throw;
        }
        return Checked<SyncRun>.Sound(run);
    }

    private async Task<ImmutableArray<Issue>> TryAsync(
        MetricCatalog catalog, Dataset dataset, SyncRun run, bool anew, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(catalog, dataset.Feed!.Connection, cancellationToken);
        if (!opened.IsSound)
            return opened.Issues;
        var position = await history.PositionAsync(dataset.Name, IdentityOf(dataset), anew, cancellationToken);
        using var room = _spool.Begin(dataset.Name);
        var parts = new PartLoading(warehouse, history, dataset, catalog.Settings.Zone, run, position);
        var attempt = new SyncAttempt(connections, opened.Value, dataset, parts, taking, run, clock, position, history, room, settings);
        return await Retrying().ExecuteAsync(async token =>
        {
            run.Attempts++;
            await history.SaveAsync(run, token);
            try
            {
                return await attempt.RunAsync(rows => progress?.Report(new SyncProgress(dataset.Name, rows, run.Attempts)), token);
            }
            catch (Exception failure) when (failure is TimeoutException || failure is OperationCanceledException && !token.IsCancellationRequested)
            {
                // A library gave up waiting, which is not that a person did.
                throw new SourceException(
                    Issue.At(dataset.Place, "sync.out-of-reach", ("connection", dataset.Feed.Connection), ("reason", failure.Message)), isTransient: true, failure);
            }
        }, cancellationToken);
    }

    /// <summary>
    /// What makes fetching begin anew when it changes. A column that is new in the definition has no values in the rows fetched before;
    /// where a row takes the place of the one of its key, they are fetched again, and elsewhere they would be there twice.
    /// </summary>
    private static string IdentityOf(Dataset dataset) => dataset.Feed!.Mode == FeedMode.Append
        ? dataset.Feed.Identity
        : $"{dataset.Feed.Identity} {string.Join(", ", dataset.Columns.Where(column => column.IsStored).Select(column => column.Name))}";

    private ResiliencePipeline Retrying()
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        return settings.Retries == 0 ? ResiliencePipeline.Empty : builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SourceException>(failure => failure.IsTransient),
            MaxRetryAttempts = settings.Retries,
            Delay = settings.FirstPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }).Build();
    }

    private async Task EndAsync(SyncRun run, SyncOutcome outcome, ImmutableArray<Issue> issues)
    {
        (run.Outcome, run.EndedAt, run.Issues) = (outcome, clock.GetUtcNow(), issues);
        // Whoever cancelled the run wants it written down all the same.
        await history.SaveAsync(run, CancellationToken.None);
    }

    /// <summary>Where a run goes on that was cut off; nothing after one that came to its end, and of samples, which have no place to go on from.</summary>
    private static IEnumerable<Issue> WhatCameBefore(Dataset dataset, SyncRun? before, SyncRun run) =>
        before is null || before.EndedAt is not null && before.Outcome != SyncOutcome.Cancelled || dataset.Feed!.Selection is FeedSelection.Series ? []
        : [(run.CursorBefore is { } cursor
            ? Issue.At(dataset.Place, "sync.resumes", ("dataset", dataset.Name), ("cursor", cursor))
            : Issue.At(dataset.Place, "sync.begins-again", ("dataset", dataset.Name))).AsWarning()];

    private static Issue? WhyNot(MetricCatalog catalog, string name)
    {
        var fed = catalog.Datasets.Values.Where(dataset => dataset.Feed is not null).Select(dataset => dataset.Name).ToList();
        if (!catalog.Datasets.TryGetValue(name, out var dataset))
            return Issue.At(null, "sync.unknown-dataset", ("name", name), ("nearest", NearestName.Of(name, fed)), ("known", fed.Count == 0 ? null : string.Join(", ", fed)));
        return dataset.Feed is null
            ? Issue.At(dataset.Place, "sync.no-feed", ("dataset", name), ("known", fed.Count == 0 ? null : string.Join(", ", fed)))
            : null;
    }

    private static Issue? WhatFailed(Exception failure) => failure switch
    {
        SourceException source => source.Issue,
        OperationCanceledException => Issue.At(null, "sync.cancelled"),
        WarehouseException { Issue: { } known } => known,
        WarehouseException or IOException or UnauthorizedAccessException => Issue.At(null, "sync.not-kept", ("reason", failure.Message)),
        _ => null,
    };
}
