using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.States;

/// <summary>What is known of each table without reading it, and which files it was loaded from.</summary>
internal sealed class StateBook(DuckDbSession session, CancellationToken cancellationToken)
{
    private static readonly DuckDbDialect Sql = DuckDbDialect.Instance;

    /// <summary>Makes the tables that the book is kept in.</summary>
    public void Open()
    {
        session.Execute("CREATE SCHEMA IF NOT EXISTS kelvin", cancellationToken);
        session.Execute("CREATE SCHEMA IF NOT EXISTS aside", cancellationToken);
        session.Execute("""
            CREATE TABLE IF NOT EXISTS kelvin.states (
              dataset VARCHAR, rows BIGINT, version BIGINT, axis VARCHAR, earliest TIMESTAMP, watermark TIMESTAMP,
              last_load TIMESTAMP, source VARCHAR)
            """, cancellationToken);
        session.Execute("""
            CREATE TABLE IF NOT EXISTS kelvin.loads (
              dataset VARCHAR, fingerprint VARCHAR, source VARCHAR, rows BIGINT, loaded_at TIMESTAMP)
            """, cancellationToken);
    }

    /// <summary>Gives a dataset its line, and looks at its rows again when another column has become its time axis.</summary>
    public void Enter(Dataset dataset)
    {
        var known = session.Rows("SELECT axis FROM kelvin.states WHERE dataset = $1", cancellationToken, dataset.Name);
        if (known.Count == 0)
            session.Execute("INSERT INTO kelvin.states VALUES ($1, 0, 0, $2, NULL, NULL, NULL, NULL)", cancellationToken, dataset.Name, dataset.Time);
        else if ((string?)known[0][0] != dataset.Time)
        {
            var (earliest, watermark) = Extent(dataset, dataset.Name);
            session.Execute(
                "UPDATE kelvin.states SET axis = $2, earliest = $3, watermark = $4, version = version + 1 WHERE dataset = $1",
                cancellationToken, dataset.Name, dataset.Time, earliest, watermark);
        }
    }

    /// <summary>Every line of the book.</summary>
    public IEnumerable<DatasetState> Read() =>
        session.Rows("SELECT dataset, rows, version, earliest, watermark, last_load, source FROM kelvin.states", cancellationToken)
            .Select(row => new DatasetState(
                (string)row[0]!, (long)row[1]!, (long)row[2]!, Instant(row[3]), Instant(row[4]),
                Instant(row[5]) is { } load ? new DateTimeOffset(load) : null, (string?)row[6]));

    /// <summary>First and last moment on a dataset's time axis in a table of its columns.</summary>
    public (DateTime? Earliest, DateTime? Watermark) Extent(Dataset dataset, string table)
    {
        if (dataset.Time is null || dataset.Find(dataset.Time) is not { IsStored: true })
            return (null, null);
        var axis = $"CAST({Sql.Quote(dataset.Time)} AS TIMESTAMP)";
        var row = session.Rows($"SELECT min({axis}), max({axis}) FROM {Sql.Quote(table)}", cancellationToken)[0];
        return (Instant(row[0]), Instant(row[1]));
    }

    /// <summary>When a file of this fingerprint was loaded into what the dataset now holds, or null.</summary>
    public DateTime? LoadedAt(string dataset, string fingerprint) =>
        Instant(session.Scalar(
            "SELECT max(loaded_at) FROM kelvin.loads WHERE dataset = $1 AND fingerprint = $2", cancellationToken, dataset, fingerprint));

    /// <summary>Writes down a load that changed the rows.</summary>
    /// <returns>The dataset's new version.</returns>
    public long Record(StateEntry entry)
    {
        var dataset = entry.Dataset.Name;
        if (entry.Replaces)
            session.Execute("DELETE FROM kelvin.loads WHERE dataset = $1", cancellationToken, dataset);
        session.Execute("INSERT INTO kelvin.loads VALUES ($1, $2, $3, $4, $5)",
            cancellationToken, dataset, entry.Fingerprint, entry.Source, entry.Loaded, entry.At);
        var keep = entry.Replaces ? "" : "rows + ";
        session.Execute($"""
            UPDATE kelvin.states SET rows = {keep}$2, version = version + 1,
              earliest = {(entry.Replaces ? "$3" : "least(earliest, $3)")},
              watermark = {(entry.Replaces ? "$4" : "greatest(watermark, $4)")},
              last_load = $5, source = $6
            WHERE dataset = $1
            """, cancellationToken, dataset, entry.Loaded, entry.Earliest, entry.Watermark, entry.At, entry.Source);
        return Version(dataset);
    }

    /// <summary>A dataset's version.</summary>
    public long Version(string dataset) => Convert.ToInt64(
        session.Scalar("SELECT version FROM kelvin.states WHERE dataset = $1", cancellationToken, dataset), CultureInfo.InvariantCulture);

    private static DateTime? Instant(object? value) =>
        value is DateTime instant ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : null;
}

/// <summary>A load, as it is written down.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Replaces">Whether its earlier rows are gone.</param>
/// <param name="Fingerprint">What names the file's content and how it was read.</param>
/// <param name="Source">The file's name.</param>
/// <param name="Loaded">How many rows came in.</param>
/// <param name="Earliest">First moment of them on the time axis.</param>
/// <param name="Watermark">Last moment.</param>
/// <param name="At">When.</param>
internal sealed record StateEntry(
    Dataset Dataset, bool Replaces, string Fingerprint, string Source, long Loaded, DateTime? Earliest, DateTime? Watermark, DateTime At);
