using System.Collections.Immutable;
using Kelvin.Catalog.Connections;
using Kelvin.Language;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Collection.Sources.Runs;

/// <summary>What has been fetched: every run, and how far each dataset has come.</summary>
public sealed class SyncHistory(IDbContextFactory<KelvinState> states, TimeProvider clock)
{
    /// <summary>The newest runs, newest first; of one dataset, or of all with null.</summary>
    public async Task<ImmutableArray<SyncRun>> RunsAsync(string? dataset, int most, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var runs = state.Set<SyncRun>().AsNoTracking().Where(run => dataset == null || run.Dataset == dataset);
        return [.. await runs.OrderByDescending(run => run.Id).Take(most).ToListAsync(cancellationToken)];
    }

    /// <summary>The last run of each dataset that has had one, by dataset.</summary>
    public async Task<ImmutableDictionary<string, SyncRun>> LastRunsAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var last = state.Set<SyncRun>().GroupBy(run => run.Dataset).Select(runs => runs.Max(run => run.Id));
        return (await state.Set<SyncRun>().AsNoTracking().Where(run => last.Contains(run.Id)).ToListAsync(cancellationToken))
            .ToImmutableDictionary(run => run.Dataset, StringComparer.Ordinal);
    }

    /// <summary>Writes down that a run begins. Earlier ones of the dataset that have no end were interrupted: a dataset has one at a time.</summary>
    internal async Task<SyncRun> BeginAsync(string dataset, DatasetFeed feed, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var open in await state.Set<SyncRun>().Where(run => run.Dataset == dataset && run.EndedAt == null).ToListAsync(cancellationToken))
            (open.Outcome, open.EndedAt, open.Issues) = (SyncOutcome.Interrupted, now, [Issue.At(null, "sync.interrupted")]);
        var begun = new SyncRun { Dataset = dataset, Connection = feed.Connection, StartedAt = now };
        state.Add(begun);
        await state.SaveChangesAsync(cancellationToken);
        return begun;
    }

    /// <summary>Writes down how a run goes or went.</summary>
    internal async Task SaveAsync(SyncRun run, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        state.Update(run);
        await state.SaveChangesAsync(cancellationToken);
    }

    /// <summary>How far a feed has come; at its beginning when the definition has changed since, or when all is wanted anew.</summary>
    internal async Task<SyncPosition> PositionAsync(string dataset, string feed, bool anew, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var position = await state.Set<SyncPosition>().FindAsync([dataset], cancellationToken);
        if (position is null)
            state.Add(position = new SyncPosition { Dataset = dataset, Feed = feed });
        else if (anew || position.Feed != feed)
        {
            (position.Feed, position.Cursor, position.BegunLoad, position.BegunCursor, position.Seen) = (feed, null, null, null, null);
            await state.Set<SyncedFile>().Where(file => file.Dataset == dataset).ExecuteDeleteAsync(cancellationToken);
        }
        await state.SaveChangesAsync(cancellationToken);
        return position;
    }

    /// <summary>Writes down how far a dataset has come.</summary>
    internal async Task SaveAsync(SyncPosition position, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        state.Update(position);
        await state.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What the files of a dataset were like when they were loaded, by name.</summary>
    internal async Task<Dictionary<string, string>> FilesAsync(string dataset, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Set<SyncedFile>().Where(file => file.Dataset == dataset).ToDictionaryAsync(file => file.Name, file => file.Stamp, cancellationToken);
    }

    /// <summary>Writes down that a file is loaded.</summary>
    internal async Task SaveFileAsync(string dataset, string name, string stamp, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        if (await state.Set<SyncedFile>().FindAsync([dataset, name], cancellationToken) is { } known)
            known.Stamp = stamp;
        else
            state.Add(new SyncedFile { Dataset = dataset, Name = name, Stamp = stamp });
        await state.SaveChangesAsync(cancellationToken);
    }
}
