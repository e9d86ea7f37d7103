using System.Collections.Immutable;
using Kelvin.Calendars.Zones;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Engines.DuckDb.Reading;
using Kelvin.Engines.Sessions;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb;

/// <summary>What DuckDB does in its own way. Its calls block; whoever calls from outside does so on a thread that may.</summary>
internal sealed class DuckDbEngine(DuckDbInstance instance, DuckDbSettings settings) : IEngine
{
    public SqlDialect Dialect => DuckDbDialect.Instance;

    public TableNames Names { get; } = new(DuckDbDialect.Instance, "main", "rows", "history", "kelvin", "aside");

    public bool RenamesStaging => true;

    public Func<string, ImmutableArray<OffsetSpan>, string>? DayOf => DaySql.Of;

    public IKeyHashes? KeyHashes { get; } = new DuckDbKeyHashes(settings.KeysRememberedFrom);

    public string DefinitionOf(Column column) => ColumnType.NameOf(column);

    public bool Fits(Column column, string type) => type == ColumnType.NameOf(column).Replace(" ", "", StringComparison.Ordinal);

    public string Kept(string name) => name;

    public Task<ISession> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<ISession>(instance.Connect());

    public Task<ISession> WriteAsync(CancellationToken cancellationToken) => Task.FromResult<ISession>(instance.Connect());

    public Task<Frame> QueryAsync(ISession session, SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) =>
        Task.FromResult(((DuckDbSession)session).Arrow(
            statement.Text, cancellationToken, statement.Parameters.AsSpan(), stream => FrameReader.Read(stream, shape, cancellationToken)));

    /// <summary>Temporary views come before all others by themselves, and end with their connection.</summary>
    public async Task<T> InPlaceAsync<T>(
        IReadOnlyList<(string Dataset, string Select)> places, Func<ISession, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var session = instance.Connect();
        foreach (var (dataset, select) in places)
            session.Execute($"CREATE TEMPORARY VIEW {Dialect.Quote(dataset)} AS {select}", cancellationToken);
        return await ask(session);
    }

    /// <summary>Only this process writes, and in it one after the other.</summary>
    public Task LockAsync(ISession session, string dataset, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IReadOnlyDictionary<string, string>> ColumnsAsync(ISession session, string schema, string table, CancellationToken cancellationToken) =>
        (await session.RowsAsync("""
            SELECT c.column_name, c.data_type FROM duckdb_columns() AS c JOIN duckdb_tables() AS t ON t.table_oid = c.table_oid
            WHERE t.schema_name = $1 AND t.table_name = $2 AND NOT t.temporary
            """, cancellationToken, schema, table))
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);

    public async Task<IReadOnlyList<string>> ViewColumnsAsync(ISession session, string dataset, CancellationToken cancellationToken) =>
        [.. (await session.RowsAsync(
            "SELECT column_name FROM duckdb_columns() WHERE schema_name = $1 AND table_name = $2 ORDER BY column_index", cancellationToken, Names.DatasetSchema, dataset))
            .Select(row => (string)row[0]!)];

    /// <summary>A table cannot change its schema, so the rows are copied, once.</summary>
    public async Task MoveRowsAsync(ISession session, string dataset, CancellationToken cancellationToken)
    {
        var earlier = Names.Dataset(dataset);
        await session.ExecuteAsync($"CREATE TABLE {Names.Rows(dataset)} AS SELECT *, 0::BIGINT AS {Names.Load}, 0::BIGINT AS {Names.Origin} FROM {earlier}", cancellationToken);
        await session.ExecuteAsync($"CREATE TABLE {Names.History(dataset)} AS SELECT *, 0::BIGINT AS {Names.Removed} FROM {Names.Rows(dataset)} LIMIT 0", cancellationToken);
        await session.ExecuteAsync($"DROP TABLE {earlier}", cancellationToken);
    }

    public string? HashOf(string columns) => $"hash({columns})";

    /// <summary>An index would make each load slower than the look-up that it saves: a key is found by reading its columns alone.</summary>
    public Task IndexAsync(ISession session, Dataset dataset, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task UnindexAsync(ISession session, Dataset dataset, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SettleAsync(ISession session, string dataset, CancellationToken cancellationToken) => Task.CompletedTask;
}
