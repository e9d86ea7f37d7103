using Kelvin.Engines.Sessions;

namespace Kelvin.Engines.Book;

/// <summary>Makes the schemas and tables that everything is kept in, and brings those of earlier versions of the program up to date.</summary>
internal sealed class BookTables(IEngine engine, ISession session, CancellationToken cancellationToken)
{
    private const string LoadColumns = """
        id bigint, dataset text, kind text, mode text, source text, fingerprint text, person text, reason text, moment timestamp,
        added bigint, replaced bigint, removed bigint, unchanged bigint, rejected bigint, earliest timestamp, latest timestamp,
        undoes bigint, undone_by bigint, stands boolean, refused text, version bigint, content text
        """;

    private TableNames Names => engine.Names;

    /// <summary>Makes what is not there yet. Must run in a transaction.</summary>
    public async Task OpenAsync()
    {
        // Most times everything is there, and whoever only asks a question should not wait for it to be made.
        if ((await ColumnsAsync("loads")).ContainsKey("content") && (await ColumnsAsync("states")).ContainsKey("refused"))
            return;
        // Two programs that begin at the same time would both find nothing there.
        await engine.LockAsync(session, "", cancellationToken);
        foreach (var schema in Names.Schemas)
            await session.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {schema}", cancellationToken);
        await session.ExecuteAsync($"CREATE SEQUENCE IF NOT EXISTS {Names.Numbers}", cancellationToken);
        await session.ExecuteAsync($"""
            CREATE TABLE IF NOT EXISTS {Names.States} (
              dataset text, rows bigint, version bigint, axis text, earliest timestamp, watermark timestamp,
              last_load timestamp, source text, kept_from timestamp, days_in text, confirmed timestamp, inspection text, refused text)
            """, cancellationToken);
        // Books from before days were kept, or rows were looked at, have no columns that say so.
        foreach (var column in new[] { "days_in text", "confirmed timestamp", "inspection text", "refused text" })
            await session.ExecuteAsync($"ALTER TABLE {Names.States} ADD COLUMN IF NOT EXISTS {column}", cancellationToken);
        await session.ExecuteAsync($"CREATE TABLE IF NOT EXISTS {Names.Inspections} (dataset text, load bigint, moment timestamp, found text)", cancellationToken);
        var loads = await ColumnsAsync("loads");
        if (loads.ContainsKey("loaded_at"))
            await UpdateAsync();
        else if (loads.Count == 0)
            await CreateLoadsAsync();
        else
            // Books from before contents were told apart.
            await session.ExecuteAsync($"ALTER TABLE {Names.Loads} ADD COLUMN IF NOT EXISTS content text", cancellationToken);
    }

    private Task<IReadOnlyDictionary<string, string>> ColumnsAsync(string table) =>
        engine.ColumnsAsync(session, Names.BookSchema, table, cancellationToken);

    private Task CreateLoadsAsync() => session.ExecuteAsync($"CREATE TABLE {Names.Loads} ({LoadColumns})", cancellationToken);

    /// <summary>
    /// Until now, rows did not say which load brought them: they belong to load 0, which was before all others, and nothing is known
    /// of the time before the last load.
    /// </summary>
    private async Task UpdateAsync()
    {
        var earlier = await session.RowsAsync($"SELECT dataset, fingerprint, source, rows, loaded_at FROM {Names.Loads} ORDER BY loaded_at", cancellationToken);
        await session.ExecuteAsync($"DROP TABLE {Names.Loads}", cancellationToken);
        await CreateLoadsAsync();
        await session.ExecuteAsync($"ALTER TABLE {Names.States} ADD COLUMN kept_from timestamp", cancellationToken);
        foreach (var load in earlier)
            await session.ExecuteAsync($"""
                INSERT INTO {Names.Loads} SELECT nextval('{Names.Numbers}'), $1, 'file', 'append', $3, $2, NULL, NULL, $5, $4, 0, 0, 0, 0, NULL, NULL, NULL, NULL, true, NULL, 0, NULL
                """, cancellationToken, load);
        await session.ExecuteAsync($"UPDATE {Names.States} SET kept_from = last_load", cancellationToken);
        foreach (var dataset in await session.RowsAsync($"SELECT dataset FROM {Names.States}", cancellationToken))
            await MoveAsync((string)dataset[0]!);
    }

    private async Task MoveAsync(string dataset)
    {
        if ((await engine.ColumnsAsync(session, Names.DatasetSchema, dataset, cancellationToken)).Count > 0)
            await engine.MoveRowsAsync(session, dataset, cancellationToken);
    }
}
