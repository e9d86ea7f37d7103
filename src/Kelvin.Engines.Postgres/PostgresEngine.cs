using System.Collections.Immutable;
using Kelvin.Calendars.Zones;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.Preparing;
using Kelvin.Engines.Postgres.Reading;
using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres;

/// <summary>What PostgreSQL does in its own way.</summary>
internal sealed class PostgresEngine(PostgresServer server) : IEngine
{
    public SqlDialect Dialect => PostgresDialect.Instance;

    public TableNames Names => server.Names;

    public bool RenamesStaging => false;

    public Func<string, ImmutableArray<OffsetSpan>, string>? DayOf => null;

    /// <summary>Others may write into the same schemas, and a key of theirs would not be known.</summary>
    public IKeyHashes? KeyHashes => null;

    public string DefinitionOf(Column column) => StoredType.DefinitionOf(column);

    public bool Fits(Column column, string type) => type == StoredType.NameOf(column);

    public string Kept(string name) => PostgresName.Of(name);

    public async Task<ISession> ReadAsync(CancellationToken cancellationToken) => await server.ReadAsync(cancellationToken);

    public async Task<ISession> WriteAsync(CancellationToken cancellationToken) => await server.WriteAsync(cancellationToken);

    /// <summary>A connection that can write, as this engine's own.</summary>
    public Task<PostgresSession> ConnectAsync(CancellationToken cancellationToken) => server.WriteAsync(cancellationToken);

    public Task<Frame> QueryAsync(ISession session, SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) =>
        FrameReader.ReadAsync((PostgresSession)session, statement, shape, cancellationToken);

    /// <summary>
    /// Temporary views, in a transaction that is rolled back; while it lasts they are looked up first, and once they are there it
    /// can only read.
    /// </summary>
    public async Task<T> InPlaceAsync<T>(
        IReadOnlyList<(string Dataset, string Select)> places, Func<ISession, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var session = await server.ReadAsync(cancellationToken);
        if (places.Count == 0)
            return await ask(session);
        T answer = default!;
        await session.TransactionAsync(async () =>
        {
            await session.ExecuteAsync("SET TRANSACTION READ WRITE", cancellationToken);
            await session.ExecuteAsync($"SET LOCAL search_path = pg_temp, {Dialect.Quote(Names.DatasetSchema)}", cancellationToken);
            foreach (var (dataset, select) in places)
                await session.ExecuteAsync($"CREATE TEMPORARY VIEW {Dialect.Quote(dataset)} AS {select}", cancellationToken);
            await RefuseReachingPastAsync(session, places.Select(place => place.Dataset), cancellationToken);
            await session.ExecuteAsync("SET TRANSACTION READ ONLY", cancellationToken);
            answer = await ask(session);
            return false;
        }, cancellationToken);
        return answer;
    }

    public Task LockAsync(ISession session, string dataset, CancellationToken cancellationToken) => session.ExecuteAsync(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", cancellationToken, $"kelvin/{Names.DatasetSchema}/{dataset}");

    public async Task<IReadOnlyDictionary<string, string>> ColumnsAsync(ISession session, string schema, string table, CancellationToken cancellationToken) =>
        (await session.RowsAsync("""
            SELECT a.attname::text, format_type(a.atttypid, a.atttypmod)
            FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
            WHERE c.relnamespace = to_regnamespace($1) AND c.relname = $2 AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            """, cancellationToken, Dialect.Quote(schema), Kept(table)))
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);

    public async Task<IReadOnlyList<string>> ViewColumnsAsync(ISession session, string dataset, CancellationToken cancellationToken) =>
        [.. (await session.RowsAsync("""
            SELECT a.attname::text FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
            WHERE c.relnamespace = to_regnamespace($1) AND c.relname = $2 AND c.relkind = 'v' AND a.attnum > 0 ORDER BY a.attnum
            """, cancellationToken, Dialect.Quote(Names.DatasetSchema), Kept(dataset)))
            .Select(row => (string)row[0]!)];

    public async Task MoveRowsAsync(ISession session, string dataset, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync($"ALTER TABLE {Names.Dataset(dataset)} SET SCHEMA {Dialect.Quote(Names.RowSchema)}", cancellationToken);
        await session.ExecuteAsync(
            $"ALTER TABLE {Names.Rows(dataset)} ADD COLUMN {Names.Load} bigint DEFAULT 0, ADD COLUMN {Names.Origin} bigint DEFAULT 0", cancellationToken);
        await session.ExecuteAsync($"CREATE TABLE {Names.History(dataset)} (LIKE {Names.Rows(dataset)}, {Names.Removed} bigint)", cancellationToken);
    }

    public string? HashOf(string columns) => null;

    public async Task IndexAsync(ISession session, Dataset dataset, CancellationToken cancellationToken)
    {
        // Asked first: making an index waits for those who write, even where it turns out to be there.
        if (new KeyIndex(Dialect, Names, dataset) is { Definition: { } definition } index
            && await session.ScalarAsync("SELECT to_regclass($1)::text", cancellationToken, index.Name) is null)
            await session.ExecuteAsync(definition, cancellationToken);
    }

    public Task UnindexAsync(ISession session, Dataset dataset, CancellationToken cancellationToken) =>
        session.ExecuteAsync($"DROP INDEX IF EXISTS {new KeyIndex(Dialect, Names, dataset).Name}", cancellationToken);

    /// <summary>The server plans well only when it knows about how many rows there are and of what kinds.</summary>
    public Task SettleAsync(ISession session, string dataset, CancellationToken cancellationToken) =>
        session.ExecuteAsync($"ANALYZE {Names.Rows(dataset)}", cancellationToken);

    /// <summary>A person's query may name a dataset with its schema, and would then see its rows as they are now.</summary>
    private async Task RefuseReachingPastAsync(PostgresSession session, IEnumerable<string> datasets, CancellationToken cancellationToken)
    {
        var standing = datasets.Select(Kept).ToHashSet(StringComparer.Ordinal);
        var reached = await session.RowsAsync("""
            SELECT v.relname::text, c.relname::text
            FROM pg_class AS v JOIN pg_rewrite AS r ON r.ev_class = v.oid JOIN pg_depend AS d ON d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
              JOIN pg_class AS c ON c.oid = d.refobjid
            WHERE v.relnamespace = pg_my_temp_schema() AND c.relnamespace = $1::regnamespace
            """, cancellationToken, Dialect.Quote(Names.DatasetSchema));
        if (reached.Find(row => standing.Contains((string)row[1]!)) is { } past)
            throw new WarehouseException(Issue.At(null, "engine.known-on-names-schemas", ("dataset", past[0])));
    }
}
