using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.Preparing;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres.Loading;

/// <summary>The table that a load fills before its rows become the dataset's. It is the connection's own and ends with the transaction.</summary>
internal sealed class StagingTable(PostgresSession session, PostgresSchemas schemas, Dataset dataset, bool withLines, CancellationToken cancellationToken)
{
    private static readonly PostgresDialect Sql = PostgresDialect.Instance;
    private static readonly string Line = Sql.Quote(" line");
    private readonly List<Column> _stored = [.. dataset.Columns.Where(column => column.IsStored)];

    /// <summary>Its quoted name: one that no dataset can have.</summary>
    public static string Name { get; } = Sql.Quote(" staging");

    private string Table => schemas.Table(dataset.Name);

    private string Columns => string.Join(", ", _stored.Select(column => Sql.Quote(column.Name)));

    private string Keys => string.Join(", ", dataset.Key.Select(Sql.Quote));

    private string SameKey => string.Join(" AND ", dataset.Key.Select(key => $"s.{Sql.Quote(key)} = t.{Sql.Quote(key)}"));

    public Task CreateAsync()
    {
        var columns = _stored.Select(column => $"{Sql.Quote(column.Name)} {StoredType.DefinitionOf(column)}");
        if (withLines)
            columns = columns.Prepend($"{Line} bigint");
        return session.ExecuteAsync($"CREATE TEMPORARY TABLE {Name} ({string.Join(", ", columns)}) ON COMMIT DROP", cancellationToken);
    }

    /// <summary>The statement that copies rows of these columns into it, as the server reads them in a form of its own.</summary>
    public static string CopyInto(IEnumerable<Column> columns, bool withLines, string form)
    {
        var names = columns.Select(column => Sql.Quote(column.Name));
        return $"COPY {Name} ({string.Join(", ", withLines ? names.Prepend(Line) : names)}) FROM STDIN (FORMAT {form})";
    }

    public async Task<long> CountAsync() => Convert.ToInt64(
        await session.ScalarAsync($"SELECT count(*) FROM {Name}", cancellationToken), CultureInfo.InvariantCulture);

    /// <summary>Whether a key comes twice, here or here and among the dataset's rows.</summary>
    public async Task<bool> BreaksKeyAsync() =>
        !dataset.Key.IsEmpty
        && (await session.ScalarAsync($"SELECT 1 FROM {Name} GROUP BY {Keys} HAVING count(*) > 1 LIMIT 1", cancellationToken) is not null
            || await session.ScalarAsync($"SELECT 1 FROM {Name} AS s JOIN {Table} AS t ON {SameKey} LIMIT 1", cancellationToken) is not null);

    /// <summary>Takes rows away whose key came before: in the dataset, then on an earlier line.</summary>
    /// <returns>The lines taken away, in order, each with the earlier line; 0 where the dataset has the key.</returns>
    public async Task<IReadOnlyList<(long Line, long Earlier)>> RemoveRepeatedKeysAsync(bool appends)
    {
        if (dataset.Key.IsEmpty)
            return [];
        var present = appends
            ? await LinesAsync($"DELETE FROM {Name} AS s WHERE EXISTS (SELECT 1 FROM {Table} AS t WHERE {SameKey}) RETURNING {Line}, 0::bigint")
            : [];
        var repeated = await LinesAsync($"""
            DELETE FROM {Name} AS s USING (SELECT {Line}, min({Line}) OVER (PARTITION BY {Keys}) AS first FROM {Name}) AS f
            WHERE s.{Line} = f.{Line} AND f.{Line} > f.first RETURNING f.{Line}, f.first
            """);
        return [.. present.Concat(repeated).OrderBy(pair => pair.Line)];
    }

    /// <summary>
    /// Makes its rows the dataset's: instead of the earlier ones, or beside them. Earlier rows are deleted and not truncated, so
    /// that questions under way go on seeing them.
    /// </summary>
    public async Task PublishAsync(bool appends)
    {
        if (!appends)
            await session.ExecuteAsync($"DELETE FROM {Table}", cancellationToken);
        await session.ExecuteAsync($"INSERT INTO {Table} ({Columns}) SELECT {Columns} FROM {Name}", cancellationToken);
        // The server plans well only when it knows about how many rows there are and of what kinds.
        await session.ExecuteAsync($"ANALYZE {Table}", cancellationToken);
    }

    private async Task<List<(long Line, long Earlier)>> LinesAsync(string statement) =>
        [.. (await session.RowsAsync(statement, cancellationToken)).Select(row => ((long)row[0]!, (long)row[1]!))];
}
