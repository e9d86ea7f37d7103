using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Collection.Sources.Runs;

namespace Kelvin.Collection.Sources.Scheduling;

/// <summary>
/// When each dataset is due: worked out anew each time from its definition, its last start and the clock. Nothing is queued, so
/// nothing can be out of date.
/// </summary>
public sealed class SyncTimes(ICurrentCatalog catalogs, SyncHistory history, TimeProvider clock)
{
    /// <summary>
    /// The moment at which each dataset with a schedule is due, by dataset. Times that passed while nobody looked are one: now. One that
    /// has never been fetched, whose run was cut off, or that was last fetched in what the clock now calls the future, is due now too.
    /// </summary>
    public async Task<ImmutableSortedDictionary<string, DateTimeOffset>> NextAsync(CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var last = await history.LastRunsAsync(cancellationToken);
        var times = ImmutableSortedDictionary.CreateBuilder<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var dataset in catalog.Datasets.Values)
            if (dataset.Feed?.Schedule is { } schedule)
            {
                var now = clock.GetUtcNow();
                var run = last.GetValueOrDefault(dataset.Name);
                var counts = run is not null && run.Outcome is not SyncOutcome.Running and not SyncOutcome.Interrupted && run.StartedAt <= now;
                if ((counts ? schedule.After(run!.StartedAt, catalog.Settings.Zone) : now) is { } next)
                    times.Add(dataset.Name, next < now ? now : next);
            }
        return times.ToImmutable();
    }
}
