using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>The table that a load fills before its rows become the dataset's. Lives inside the load's transaction.</summary>
internal sealed class StagingTable(DuckDbSession session, Dataset dataset, bool withLines, CancellationToken cancellationToken)
{
    /// <summary>The column of line numbers in the file.</summary>
    public const string Line = " line";

    private static readonly DuckDbDialect Sql = DuckDbDialect.Instance;
    private readonly List<Column> _stored = [.. dataset.Columns.Where(column => column.IsStored)];

    /// <summary>Its name: one that no dataset can have.</summary>
    public const string BareName = " staging";

    /// <summary>Its quoted name.</summary>
    public static string Name { get; } = Sql.Quote(BareName);

    private string Table { get; } = Sql.Quote(dataset.Name);

    private string Columns => string.Join(", ", _stored.Select(column => Sql.Quote(column.Name)));

    public void Create()
    {
        var columns = _stored.Select(column => $"{Sql.Quote(column.Name)} {ColumnType.NameOf(column)}");
        if (withLines)
            columns = columns.Prepend($"{Sql.Quote(Line)} BIGINT");
        session.Execute($"CREATE TABLE {Name} ({string.Join(", ", columns)})", cancellationToken);
    }

    /// <summary>Fills it: for each stored column an expression over the source, null for none; a first one for the line where it has lines.</summary>
    public void Fill(string source, Func<Column, string?> expression, string? line = null)
    {
        var values = _stored.Select(column => $"{expression(column) ?? $"CAST(NULL AS {ColumnType.NameOf(column)})"}");
        if (line is not null)
            values = values.Prepend(line);
        session.Execute($"INSERT INTO {Name} SELECT {string.Join(", ", values)} FROM {source}", cancellationToken);
    }

    public long Count() => Number($"SELECT count(*) FROM {Name}");

    /// <summary>Whether a key comes twice, here or here and among the dataset's rows.</summary>
    public bool BreaksKey(bool appends)
    {
        if (dataset.RowKey.IsEmpty)
            return false;
        var keys = string.Join(", ", dataset.RowKey.Select(Sql.Quote));
        return session.Scalar($"SELECT 1 FROM {Name} GROUP BY {keys} HAVING count(*) > 1 LIMIT 1", cancellationToken) is not null
            || appends && session.Scalar($"SELECT 1 FROM {Name} AS s SEMI JOIN {Table} AS t ON {SameKey} LIMIT 1", cancellationToken) is not null;
    }

    /// <summary>Takes rows away whose key came before: in the dataset, then on an earlier line.</summary>
    /// <returns>The lines taken away, in order, each with the earlier line; 0 where the dataset has the key.</returns>
    public IReadOnlyList<(long Line, long Earlier)> RemoveRepeatedKeys(bool appends)
    {
        if (dataset.RowKey.IsEmpty)
            return [];
        var line = Sql.Quote(Line);
        var present = appends ? Lines($"SELECT {line}, 0::BIGINT FROM {Name} AS s SEMI JOIN {Table} AS t ON {SameKey}") : [];
        if (appends)
            session.Execute($"DELETE FROM {Name} AS s WHERE EXISTS (SELECT 1 FROM {Table} AS t WHERE {SameKey})", cancellationToken);
        var keys = string.Join(", ", dataset.RowKey.Select(Sql.Quote));
        var repeated = Lines($"""
            SELECT {line}, first FROM (
              SELECT {line}, min({line}) OVER (PARTITION BY {keys}) AS first FROM {Name})
            WHERE {line} > first
            """);
        session.Execute($"""
            DELETE FROM {Name} WHERE {line} IN (
              SELECT {line} FROM (SELECT {line}, min({line}) OVER (PARTITION BY {keys}) AS first FROM {Name}) WHERE {line} > first)
            """, cancellationToken);
        return [.. present.Concat(repeated).OrderBy(pair => pair.Line)];
    }

    /// <summary>Makes its rows the dataset's: instead of the earlier ones, or beside them.</summary>
    public void Publish(bool appends)
    {
        if (appends && session.Scalar($"SELECT 1 FROM {Table} LIMIT 1", cancellationToken) is not null)
        {
            session.Execute($"INSERT INTO {Table} ({Columns}) SELECT {Columns} FROM {Name}", cancellationToken);
            session.Execute($"DROP TABLE {Name}", cancellationToken);
            return;
        }
        if (withLines)
            session.Execute($"ALTER TABLE {Name} DROP COLUMN {Sql.Quote(Line)}", cancellationToken);
        session.Execute($"DROP TABLE {Table}", cancellationToken);
        session.Execute($"ALTER TABLE {Name} RENAME TO {Table}", cancellationToken);
    }

    /// <summary>Gives its rows up.</summary>
    public void Drop() => session.Execute($"DROP TABLE {Name}", cancellationToken);

    private string SameKey => string.Join(" AND ", dataset.RowKey.Select(key => $"s.{Sql.Quote(key)} = t.{Sql.Quote(key)}"));

    private List<(long Line, long Earlier)> Lines(string query) =>
        [.. session.Rows(query, cancellationToken).Select(row => ((long)row[0]!, (long)row[1]!))];

    private long Number(string query) => Convert.ToInt64(session.Scalar(query, cancellationToken), CultureInfo.InvariantCulture);
}
