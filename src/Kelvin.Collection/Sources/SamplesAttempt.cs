using System.Collections.Immutable;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Series;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Sources;

/// <summary>Makes samples durable that a service gave when it was asked.</summary>
internal sealed class SamplesAttempt(SourceRequest request, TakeSamples taking, SyncRun run)
{
    /// <summary>Runs; errors among the issues say why it could not go on.</summary>
    /// <param name="samples">What the service gave.</param>
    /// <param name="asked">When it was asked.</param>
    /// <param name="told">Told how many samples there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ImmutableArray<Issue>> RunAsync(SourceContent.Samples samples, DateTimeOffset asked, Action<long> told, CancellationToken cancellationToken)
    {
        var selection = (FeedSelection.Series)request.Feed.Selection;
        var wanted = samples.All.Where(sample => selection.Takes(sample.Name)).ToList();
        told(wanted.Count);
        if (wanted.Count == 0)
            return [Issue.At(request.Dataset.Place, "sync.series-none",
                ("dataset", request.Dataset.Name), ("count", samples.All.Count), ("names", string.Join(", ", samples.All.Select(sample => sample.Name).Distinct().Take(20)))).AsWarning()];
        var taken = await taking.TakeAsync(
            SeriesLayout.Of(request.Dataset)!, wanted, asked,
            batch => batch with { Kind = LoadKind.Sync, Source = request.Feed.Connection, Reason = FormattableString.Invariant($"sync {run.Id}") }, cancellationToken);
        if (!taken.IsSound)
            return taken.Issues;
        var receipt = taken.Value;
        run.Accepted += receipt.Added + receipt.Replaced + receipt.Unchanged;
        run.Rejected += receipt.Refused.Length;
        (run.Added, run.Replaced) = (run.Added + receipt.Added, run.Replaced + receipt.Replaced);
        return [.. receipt.Refused.Take(3).Select(refused => refused.Reason.AsWarning())];
    }
}
