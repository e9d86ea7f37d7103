using System.Collections.Concurrent;
using Kelvin.Catalog;
using Kelvin.Engines.Sessions;

namespace Kelvin.Engines.Writing;

/// <summary>
/// The keys of datasets into which batches come one after the other, so that none of them has to be looked for among all rows. What is
/// remembered holds for one version of the dataset: it is taken out while a batch is written and put back with the version that the
/// batch made once that is durable, so that whatever else changes rows, or fails, makes it forgotten.
/// </summary>
internal sealed class RememberedKeys(IKeyHashes hashes)
{
    /// <summary>Beyond this many keys, of all datasets together, there would be too much to remember.</summary>
    private const long Most = 30_000_000;

    /// <summary>So many batches in a row have to come before all keys are read.</summary>
    private const int Patience = 4;

    private readonly ConcurrentDictionary<string, Memory> _known = new(StringComparer.Ordinal);

    /// <summary>How the engine hashes keys.</summary>
    public IKeyHashes Hashes => hashes;

    /// <summary>Takes out what is known of a dataset's keys, or reads their hashes by a query, at a version; null when nothing is, and looking is cheaper than reading them all.</summary>
    public async Task<KnownKeys?> TakeAsync(ISession session, Dataset dataset, string columns, string query, long rows, long version, CancellationToken cancellationToken)
    {
        // Taken out whatever comes: keys that are not looked at now miss those of this batch from then on.
        _known.TryRemove(dataset.Name, out var memory);
        if (rows < hashes.Least || rows + Others(dataset.Name) > Most)
            return null;
        if (memory is { Keys: { } keys } && memory.Version == version && memory.Columns == columns)
            return keys;
        var tries = memory is { Keys: null } && memory.Columns == columns && memory.Version == version ? memory.Tries + 1 : 1;
        if (tries < Patience)
        {
            _known[dataset.Name] = new Memory(null, columns, version, tries);
            return null;
        }
        var read = new KnownKeys();
        await hashes.ReadAsync(session, query, read.Add, cancellationToken);
        return read;
    }

    /// <summary>Puts back what is known at the version that is durable now; null keys to remember only that a batch came.</summary>
    public void Keep(string dataset, KnownKeys? keys, string columns, long version)
    {
        if (keys is not null)
            _known[dataset] = new Memory(keys.Count + Others(dataset) > Most ? null : keys, columns, version, 0);
        else if (_known.TryGetValue(dataset, out var memory))
            _known[dataset] = memory with { Version = version };
    }

    private long Others(string dataset) => _known.Where(one => one.Key != dataset).Sum(one => one.Value.Keys?.Count ?? 0);

    private sealed record Memory(KnownKeys? Keys, string Columns, long Version, int Tries);
}
