using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres.States;

/// <summary>What is known of each table without reading it, and which files it was loaded from. Other programs may write in it too.</summary>
internal sealed class StateBook(PostgresSession session, PostgresSchemas schemas, CancellationToken cancellationToken)
{
    private static readonly PostgresDialect Sql = PostgresDialect.Instance;

    /// <summary>Makes the schemas, and the tables that the book is kept in.</summary>
    public async Task OpenAsync()
    {
        // Two programs that begin at the same time would both find nothing there.
        await LockAsync("");
        foreach (var schema in schemas.All)
            await session.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {schema}", cancellationToken);
        await session.ExecuteAsync($"""
            CREATE TABLE IF NOT EXISTS {schemas.States} (
              dataset text PRIMARY KEY, rows bigint, version bigint, axis text, earliest timestamp, watermark timestamp,
              last_load timestamp, source text)
            """, cancellationToken);
        await session.ExecuteAsync($"""
            CREATE TABLE IF NOT EXISTS {schemas.Loads} (
              dataset text, fingerprint text, source text, rows bigint, loaded_at timestamp)
            """, cancellationToken);
    }

    /// <summary>Lets one writer at a time at a dataset, or with an empty name at the definitions, until the transaction ends.</summary>
    public Task LockAsync(string dataset) => session.ExecuteAsync(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", cancellationToken, $"kelvin/{schemas.Datasets}/{dataset}");

    /// <summary>Gives a dataset its line, and looks at its rows again when another column has become its time axis.</summary>
    public async Task EnterAsync(Dataset dataset)
    {
        var known = await session.RowsAsync($"SELECT axis FROM {schemas.States} WHERE dataset = $1", cancellationToken, dataset.Name);
        if (known.Count == 0)
            await session.ExecuteAsync(
                $"INSERT INTO {schemas.States} (dataset, rows, version, axis) VALUES ($1, 0, 0, $2)", cancellationToken, dataset.Name, dataset.Time);
        else if ((string?)known[0][0] != dataset.Time)
        {
            var (earliest, watermark) = await ExtentAsync(dataset, schemas.Table(dataset.Name));
            await session.ExecuteAsync(
                $"UPDATE {schemas.States} SET axis = $2, earliest = $3, watermark = $4, version = version + 1 WHERE dataset = $1",
                cancellationToken, dataset.Name, dataset.Time, earliest, watermark);
        }
    }

    /// <summary>Every line of the book.</summary>
    public async Task<IEnumerable<DatasetState>> ReadAsync() =>
        (await session.RowsAsync($"SELECT dataset, rows, version, earliest, watermark, last_load, source FROM {schemas.States}", cancellationToken))
            .Select(row => new DatasetState(
                (string)row[0]!, (long)row[1]!, (long)row[2]!, Instant(row[3]), Instant(row[4]),
                Instant(row[5]) is { } load ? new DateTimeOffset(load) : null, (string?)row[6]));

    /// <summary>First and last moment on a dataset's time axis in a table of its columns.</summary>
    public async Task<(DateTime? Earliest, DateTime? Watermark)> ExtentAsync(Dataset dataset, string table)
    {
        if (dataset.Time is null || dataset.Find(dataset.Time) is not { IsStored: true })
            return (null, null);
        var axis = $"CAST({Sql.Quote(dataset.Time)} AS timestamp)";
        var row = (await session.RowsAsync($"SELECT min({axis}), max({axis}) FROM {table}", cancellationToken))[0];
        return (Instant(row[0]), Instant(row[1]));
    }

    /// <summary>When a file of this fingerprint was loaded into what the dataset now holds, or null.</summary>
    public async Task<DateTime?> LoadedAtAsync(string dataset, string fingerprint) => Instant(await session.ScalarAsync(
        $"SELECT max(loaded_at) FROM {schemas.Loads} WHERE dataset = $1 AND fingerprint = $2", cancellationToken, dataset, fingerprint));

    /// <summary>Writes down a load that changed the rows.</summary>
    /// <returns>The dataset's new version.</returns>
    public async Task<long> RecordAsync(StateEntry entry)
    {
        var dataset = entry.Dataset.Name;
        if (entry.Replaces)
            await session.ExecuteAsync($"DELETE FROM {schemas.Loads} WHERE dataset = $1", cancellationToken, dataset);
        await session.ExecuteAsync($"INSERT INTO {schemas.Loads} VALUES ($1, $2, $3, $4, $5)",
            cancellationToken, dataset, entry.Fingerprint, entry.Source, entry.Loaded, entry.At);
        await session.ExecuteAsync($"""
            UPDATE {schemas.States} SET rows = {(entry.Replaces ? "" : "rows + ")}$2, version = version + 1,
              earliest = {(entry.Replaces ? "$3" : "least(earliest, $3)")},
              watermark = {(entry.Replaces ? "$4" : "greatest(watermark, $4)")},
              last_load = $5, source = $6
            WHERE dataset = $1
            """, cancellationToken, dataset, entry.Loaded, entry.Earliest, entry.Watermark, entry.At, entry.Source);
        return await VersionAsync(dataset);
    }

    /// <summary>Forgets what was known of rows that are gone.</summary>
    public async Task ClearAsync(string dataset)
    {
        await session.ExecuteAsync($"""
            UPDATE {schemas.States} SET rows = 0, version = version + 1, earliest = NULL, watermark = NULL, last_load = NULL, source = NULL
            WHERE dataset = $1
            """, cancellationToken, dataset);
        await session.ExecuteAsync($"DELETE FROM {schemas.Loads} WHERE dataset = $1", cancellationToken, dataset);
    }

    /// <summary>A dataset's version.</summary>
    public async Task<long> VersionAsync(string dataset) => Convert.ToInt64(
        await session.ScalarAsync($"SELECT version FROM {schemas.States} WHERE dataset = $1", cancellationToken, dataset), CultureInfo.InvariantCulture);

    private static DateTime? Instant(object? value) =>
        value is DateTime instant ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : null;
}
