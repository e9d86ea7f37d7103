using System.Collections.Immutable;
using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Writing;

/// <summary>Writes batches of typed rows and makes them durable together.</summary>
internal sealed class BatchWriting(IEngine engine, TimeProvider clock, ImmutableArray<RowBatch> batches, CancellationToken cancellationToken)
{
    private readonly Checked<WriteReceipt>?[] _outcomes = new Checked<WriteReceipt>?[batches.Length];

    /// <summary>What became of each batch.</summary>
    public async Task<ImmutableArray<Checked<WriteReceipt>>> RunAsync()
    {
        for (var place = 0; place < batches.Length; place++)
            if (WhyNoRows.Of(batches[place].Dataset, batches[place].Mode) is { } refusal)
                _outcomes[place] = Checked<WriteReceipt>.Faulty(refusal);
        var open = Enumerable.Range(0, batches.Length).Where(place => _outcomes[place] is null).ToList();
        if (open.Count > 0)
        {
            await using var session = await engine.WriteAsync(cancellationToken);
            await session.TransactionAsync(async () =>
            {
                // In one order, so that two who write into the same datasets never wait for each other.
                foreach (var places in open.GroupBy(place => batches[place].Dataset.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
                    foreach (var (place, outcome) in await new DatasetWriting(engine, session, clock, batches[places.First()].Dataset, cancellationToken)
                        .WriteAsync([.. places.Select(place => (place, batches[place]))]))
                        _outcomes[place] = outcome;
                return true;
            }, cancellationToken);
        }
        return [.. _outcomes.Select(outcome => outcome!)];
    }
}
