using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Scheduling;
using Kelvin.Quantities;
using Kelvin.Web.Data.Words;
using Kelvin.Web.Elements;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Data.Connections;

/// <summary>Reads what is fetched over connections, how that last went and when it is due.</summary>
public sealed class ConnectionOverview(ICurrentCatalog catalogs, SyncHistory history, SyncTimes times, Reader reader)
{
    /// <summary>The datasets that are fetched, by connection; of one dataset, or of all with null.</summary>
    public async Task<ImmutableArray<ConnectionLine>> ReadAsync(string? dataset, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var fed = catalog.Datasets.Values.Where(one => one.Feed is not null && (dataset is null || one.Name == dataset)).ToList();
        if (fed.Count == 0)
            return [];
        var (last, next) = (await history.LastRunsAsync(cancellationToken), await times.NextAsync(cancellationToken));
        var words = new DataWords(reader, catalog);
        return
        [
            .. fed.OrderBy(one => one.Feed!.Connection, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => Line(one, catalog.Connections.GetValueOrDefault(one.Feed!.Connection), last.GetValueOrDefault(one.Name),
                    next.TryGetValue(one.Name, out var due) ? words.Moment(due) : reader.Say("data.connection.when-asked"), words)),
        ];
    }

    private ConnectionLine Line(Dataset dataset, Connection? connection, SyncRun? run, string due, DataWords words) => new(
        connection is null ? dataset.Feed!.Connection : reader.Read(connection.Label), dataset.Name, reader.Read(dataset.Label),
        run is null ? Display.Missing : words.Moment(run.StartedAt),
        reader.Say("data.connection.outcome." + (run is null ? "never" : run.Outcome.ToString().ToLowerInvariant())),
        run?.Outcome switch
        {
            SyncOutcome.Done => run.Rejected > 0 ? Tone.Risk : Tone.Good,
            null or SyncOutcome.Running => Tone.Neutral,
            _ => Tone.Bad,
        },
        run is { Issues: [var issue, ..] } ? issue.Message(reader.Tongue) : null, due);
}
