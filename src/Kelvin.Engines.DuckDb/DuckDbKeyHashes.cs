using Apache.Arrow;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.Sessions;

namespace Kelvin.Engines.DuckDb;

/// <summary>Hashes of keys by the engine's own function, which holds equal what it compares as equal.</summary>
internal sealed class DuckDbKeyHashes(long least) : IKeyHashes
{
    /// <inheritdoc />
    public long Least => least;

    /// <inheritdoc />
    public Task ReadAsync(ISession session, string query, Action<ulong> found, CancellationToken cancellationToken)
    {
        ((DuckDbSession)session).Arrow(query, cancellationToken, [], stream =>
        {
            while (stream.ReadNextRecordBatchAsync(cancellationToken).AsTask().GetAwaiter().GetResult() is { } batch)
                using (batch)
                    foreach (var hash in ((UInt64Array)batch.Column(0)).Values)
                        found(hash);
            return true;
        });
        return Task.CompletedTask;
    }
}
