using System.Collections.Immutable;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Writing;

/// <summary>Writes batches of typed rows and makes them durable together.</summary>
/// <param name="engine">The engine.</param>
/// <param name="keys">The keys that are remembered between calls; null where none are.</param>
/// <param name="prepared">The datasets with what is expected of them.</param>
/// <param name="clock">By which loads are dated.</param>
/// <param name="batches">The batches.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class BatchWriting(IEngine engine, RememberedKeys? keys, ViewStates prepared, TimeProvider clock, ImmutableArray<RowBatch> batches, CancellationToken cancellationToken)
{
    private readonly Checked<WriteReceipt>?[] _outcomes = new Checked<WriteReceipt>?[batches.Length];

    /// <summary>What became of each batch.</summary>
    public async Task<ImmutableArray<Checked<WriteReceipt>>> RunAsync()
    {
        for (var place = 0; place < batches.Length; place++)
            if (WhyNoRows.Of(batches[place].Dataset, batches[place].Mode) is { } refusal)
                _outcomes[place] = Checked<WriteReceipt>.Faulty(refusal);
        var open = Enumerable.Range(0, batches.Length).Where(place => _outcomes[place] is null).ToList();
        // When checks refuse what several have brought together, each has to answer for itself.
        if (open.Count > 0 && !await TryAsync(open))
            foreach (var place in open)
                await TryAsync([place]);
        return [.. _outcomes.Select(outcome => outcome!)];
    }

    /// <summary>Writes some of them in one transaction.</summary>
    /// <returns>Whether their outcomes are known: not when checks refuse several.</returns>
    private async Task<bool> TryAsync(List<int> open)
    {
        try
        {
            await WriteAsync(open);
            return true;
        }
        catch (RefusedLoadException refused)
        {
            if (open.Count == 1)
                _outcomes[open[0]] = Checked<WriteReceipt>.Faulty(await LoadInspection.RefusedAsync(engine, refused, cancellationToken));
            return open.Count == 1;
        }
    }

    private async Task WriteAsync(List<int> open)
    {
        var written = new List<DatasetWriting>();
        await using var session = await engine.WriteAsync(cancellationToken);
        await session.TransactionAsync(async () =>
        {
            // In one order, so that two who write into the same datasets never wait for each other.
            foreach (var places in open.GroupBy(place => batches[place].Dataset.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                var writing = new DatasetWriting(engine, session, keys, prepared, clock, batches[places.First()].Dataset, cancellationToken);
                written.Add(writing);
                foreach (var (place, outcome) in await writing.WriteAsync([.. places.Select(place => (place, batches[place]))]))
                    _outcomes[place] = outcome;
            }
            return true;
        }, cancellationToken);
        foreach (var writing in written)
            writing.RememberKeys();
    }
}
