using Kelvin.Engines.Sessions;

namespace Kelvin.Engines.Undoing;

/// <summary>Gives up the history before a moment.</summary>
internal sealed class Compaction(IEngine engine, CancellationToken cancellationToken)
{
    private TableNames Names => engine.Names;

    /// <summary>Compacts every dataset that has a history from before the moment.</summary>
    /// <returns>How many rows were given up.</returns>
    public async Task<long> RunAsync(DateTimeOffset before)
    {
        await using var session = await engine.WriteAsync(cancellationToken);
        var given = 0L;
        await session.TransactionAsync(async () =>
        {
            var last = await session.RowsAsync($"SELECT dataset, max(id) FROM {Names.Loads} WHERE moment <= $1 GROUP BY dataset", cancellationToken, before.UtcDateTime);
            // In the order of whoever writes, so that the two never wait for each other.
            foreach (var row in last.OrderBy(row => (string)row[0]!, StringComparer.Ordinal))
                given += await CompactAsync(session, (string)row[0]!, Whole.Of(row[1]), before.UtcDateTime);
            return true;
        }, cancellationToken);
        return given;
    }

    private async Task<long> CompactAsync(ISession session, string dataset, long last, DateTime before)
    {
        await engine.LockAsync(session, dataset, cancellationToken);
        var given = (await engine.ColumnsAsync(session, Names.HistorySchema, dataset, cancellationToken)).Count == 0
            ? 0
            : await session.ExecuteAsync($"DELETE FROM {Names.History(dataset)} WHERE {Names.Removed} <= {Whole.Text(last)}", cancellationToken);
        // Batches are many; the newest stays, because what was known on a moment is told by the last load before it.
        await session.ExecuteAsync($"DELETE FROM {Names.Loads} WHERE dataset = $1 AND kind = 'rows' AND id < $2", cancellationToken, dataset, last);
        // What was found is told by the last load that was looked at: one that changed nothing was not.
        await session.ExecuteAsync($"""
            DELETE FROM {Names.Inspections} WHERE dataset = $1 AND load < (SELECT max(load) FROM {Names.Inspections} WHERE dataset = $1 AND load <= $2)
            """, cancellationToken, dataset, last);
        await session.ExecuteAsync(
            $"UPDATE {Names.States} SET kept_from = $2 WHERE dataset = $1 AND (kept_from IS NULL OR kept_from < $2)", cancellationToken, dataset, before);
        return given;
    }
}
