using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Language;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>Makes a dataset's table match its definition. Rows are kept where their columns still fit, else put aside.</summary>
internal sealed class TablePreparation(DuckDbSession session, CancellationToken cancellationToken)
{
    private static readonly DuckDbDialect Sql = DuckDbDialect.Instance;

    /// <summary>What stands in the way, or null.</summary>
    public Issue? Prepare(Dataset dataset)
    {
        var stored = dataset.Columns.Where(column => column.IsStored).ToList();
        if (KindOf(dataset.Name) == "VIEW")
            session.Execute($"DROP VIEW {Sql.Quote(dataset.Name)}", cancellationToken);
        var present = ColumnsOf(dataset.Name);
        if (present.Count == 0)
        {
            Create(dataset.Name, stored);
            return null;
        }
        var changed = stored.Where(column => !Fits(column, present)).Select(column => column.Name).ToList();
        if (changed.Count == 0)
        {
            foreach (var column in stored.Where(column => !present.ContainsKey(column.Name)))
                session.Execute($"ALTER TABLE {Sql.Quote(dataset.Name)} ADD COLUMN {Definition(column)}", cancellationToken);
            return null;
        }
        var aside = PutAside(dataset.Name);
        Create(dataset.Name, stored);
        return aside is null ? null : Issue.At(dataset.Place, "engine.definition-changed",
            ("dataset", dataset.Name), ("columns", string.Join(", ", changed)), ("table", aside));
    }

    /// <summary>Puts a table's rows where no definition reaches them.</summary>
    /// <returns>The table that now holds them, or null when there was none or it was empty.</returns>
    public string? PutAside(string table)
    {
        if (KindOf(table) != "BASE TABLE")
            return null;
        string? aside = null;
        if (session.Scalar($"SELECT 1 FROM {Sql.Quote(table)} LIMIT 1", cancellationToken) is not null)
        {
            var number = Convert.ToInt64(
                session.Scalar("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'aside'", cancellationToken), CultureInfo.InvariantCulture);
            aside = string.Create(CultureInfo.InvariantCulture, $"{table}_{number + 1}");
            session.Execute($"CREATE TABLE aside.{Sql.Quote(aside)} AS FROM {Sql.Quote(table)}", cancellationToken);
        }
        session.Execute($"DROP TABLE {Sql.Quote(table)}", cancellationToken);
        session.Execute(
            "UPDATE kelvin.states SET rows = 0, version = version + 1, earliest = NULL, watermark = NULL, last_load = NULL, source = NULL WHERE dataset = $1",
            cancellationToken, table);
        session.Execute("DELETE FROM kelvin.loads WHERE dataset = $1", cancellationToken, table);
        return aside is null ? null : $"aside.{aside}";
    }

    /// <summary>Creates an empty table of these columns.</summary>
    public void Create(string table, IEnumerable<Column> columns) =>
        session.Execute($"CREATE TABLE {Sql.Quote(table)} ({string.Join(", ", columns.Select(Definition))})", cancellationToken);

    private static string Definition(Column column) => $"{Sql.Quote(column.Name)} {ColumnType.NameOf(column)}";

    private static bool Fits(Column column, Dictionary<string, string> present) =>
        present.TryGetValue(column.Name, out var type)
            ? type == ColumnType.NameOf(column).Replace(" ", "", StringComparison.Ordinal)
            : column.IsOptional;

    private Dictionary<string, string> ColumnsOf(string table) =>
        session.Rows("SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = $1", cancellationToken, table)
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);

    private string? KindOf(string name) =>
        (string?)session.Scalar(
            "SELECT table_type FROM information_schema.tables WHERE table_schema = 'main' AND table_name = $1", cancellationToken, name);
}
