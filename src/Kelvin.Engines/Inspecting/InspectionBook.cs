using Kelvin.Engines.Sessions;
using Kelvin.Queries.Trusting;

namespace Kelvin.Engines.Inspecting;

/// <summary>Where it is written down what checks found: the newest in the state of its dataset, those of rows that came in beside the loads.</summary>
internal sealed class InspectionBook(IEngine engine, ISession session, CancellationToken cancellationToken)
{
    private TableNames Names => engine.Names;

    /// <summary>Writes down what was found, on rows that are there or on some that were refused.</summary>
    public async Task WriteAsync(string dataset, DatasetInspection found, bool isRefused)
    {
        var text = InspectionText.Write(found);
        if (!isRefused)
            await session.ExecuteAsync(
                $"INSERT INTO {Names.Inspections} (dataset, load, moment, found) VALUES ($1, $2, $3, $4)", cancellationToken,
                dataset, found.Load, found.Moment.UtcDateTime, text);
        await session.ExecuteAsync($"UPDATE {Names.States} SET {(isRefused ? "refused" : "inspection")} = $2 WHERE dataset = $1", cancellationToken, dataset, text);
    }

    /// <summary>What was found after the last load up to this one; null when nothing was.</summary>
    public async Task<DatasetInspection?> UpToAsync(string dataset, long load) => InspectionText.Read((string?)await session.ScalarAsync(
        $"SELECT found FROM {Names.Inspections} WHERE dataset = $1 AND load <= $2 ORDER BY load DESC, moment DESC LIMIT 1", cancellationToken, dataset, load));
}
