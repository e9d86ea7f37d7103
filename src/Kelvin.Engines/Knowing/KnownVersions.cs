using Kelvin.Engines.Book;
using Kelvin.Engines.Sessions;

namespace Kelvin.Engines.Knowing;

/// <summary>Which load was the last of each dataset on a moment.</summary>
internal sealed class KnownVersions
{
    private readonly Dictionary<string, Version> _versions;

    private KnownVersions(Dictionary<string, Version> versions) => _versions = versions;

    /// <summary>Reads them from the book.</summary>
    public static async Task<KnownVersions> ReadAsync(IEngine engine, ISession session, DateTime moment, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync($"""
            SELECT dataset, coalesce(max(id) FILTER (WHERE moment <= $1), 0), max(id), max(moment) FILTER (WHERE moment <= $1)
            FROM {engine.Names.Loads} GROUP BY dataset
            """, cancellationToken, moment);
        return new KnownVersions(rows.ToDictionary(
            row => (string)row[0]!,
            row => new Version(Whole.Of(row[1]), Whole.Of(row[2]), Stretch.Utc(row[3])),
            StringComparer.Ordinal));
    }

    /// <summary>The last load that a dataset had had, when there were others since; null when it is what it was.</summary>
    public long? LastOf(string dataset) =>
        _versions.TryGetValue(dataset, out var version) && version.Last > version.Known ? version.Known : null;

    /// <summary>When that load was.</summary>
    public DateTime? MomentOf(string dataset) => _versions.GetValueOrDefault(dataset)?.Moment;

    private sealed record Version(long Known, long Last, DateTime? Moment);
}
