using Kelvin.Catalog;
using Kelvin.Entries.Keeping;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Entries.Posting;

/// <summary>
/// Hands on to the warehouse what has come to count, in the order in which it did, each posting once: it carries a key that the book
/// of loads knows. Whatever was cut short, by a warehouse out of reach or the end of the process, is handed on the next time. What the
/// warehouse refuses is tried again until other values have come in its place.
/// </summary>
public sealed class PostEntries(ICurrentCatalog catalogs, IWarehouse warehouse, IDbContextFactory<KelvinState> states, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Hands on all there is.</summary>
    /// <returns>Why forms still have values underway, by form.</returns>
    public async Task<IReadOnlyDictionary<string, Issue>> RunAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await HandOnAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyDictionary<string, Issue>> HandOnAsync(CancellationToken cancellationToken)
    {
        var refusals = new Dictionary<string, Issue>(StringComparer.Ordinal);
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var undone = await state.Set<EntryPosting>().Where(posting => posting.DoneAt == null).OrderBy(posting => posting.Id).ToListAsync(cancellationToken);
        foreach (var posting in undone)
        {
            // A later value of a dataset must not be overtaken by an earlier one that comes in its own time.
            var (refusal, isFinal) = blocked.Contains(posting.Dataset) ? (Issue.At(null, "entry.behind-another", ("dataset", posting.Dataset)), false) : await HandOnAsync(posting, cancellationToken);
            if (refusal is null || isFinal && IsReplaced(posting, undone))
                posting.DoneAt = clock.GetUtcNow();
            else
            {
                blocked.Add(posting.Dataset);
                refusals.TryAdd(posting.Form, refusal);
            }
            posting.Refusal = refusal?.Message(Tongue.English);
            // It is in the warehouse, or is not: either way that is to be remembered.
            await state.SaveChangesAsync(CancellationToken.None);
        }
        return refusals;
    }

    /// <returns>Why the values are not there, and whether it is because of themselves: then they can only be corrected.</returns>
    private async Task<(Issue? Refusal, bool IsFinal)> HandOnAsync(EntryPosting posting, CancellationToken cancellationToken)
    {
        if (!catalogs.Current.Datasets.TryGetValue(posting.Dataset, out var dataset))
            return (Issue.At(null, "entry.dataset-gone", ("dataset", posting.Dataset)), false);
        try
        {
            var written = await warehouse.WriteAsync(PostedBatches.Of(posting, dataset), cancellationToken);
            return (written.SelectMany(outcome => outcome.IsSound ? [] : outcome.Issues).FirstOrDefault(), true);
        }
        catch (WarehouseException failure)
        {
            return (failure.Issue ?? Issue.At(null, "entry.warehouse", ("message", failure.Message)), false);
        }
    }

    /// <summary>Whether every row of a posting has come to have other values by later ones.</summary>
    private bool IsReplaced(EntryPosting posting, IEnumerable<EntryPosting> undone)
    {
        var key = catalogs.Current.Datasets[posting.Dataset].Key;
        var later = undone.Where(one => one.Id > posting.Id && one.Dataset == posting.Dataset).SelectMany(one => PostedRows.Read(one.Rows).NamesBy(key)).ToHashSet(StringComparer.Ordinal);
        return PostedRows.Read(posting.Rows).NamesBy(key).All(later.Contains);
    }
}
