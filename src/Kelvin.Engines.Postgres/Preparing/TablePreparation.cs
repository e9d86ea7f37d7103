using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.States;
using Kelvin.Language;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres.Preparing;

/// <summary>
/// Makes a dataset's table match its definition. Rows are kept where their columns still fit, else put aside. No view stands in
/// the way: they are dropped before, in the same transaction.
/// </summary>
internal sealed class TablePreparation(PostgresSession session, PostgresSchemas schemas, StateBook book, CancellationToken cancellationToken)
{
    private static readonly PostgresDialect Sql = PostgresDialect.Instance;

    /// <summary>Takes every view of the datasets' schema away.</summary>
    public async Task DropViewsAsync()
    {
        var views = await session.RowsAsync(
            "SELECT relname::text FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'v'", cancellationToken, Sql.Quote(schemas.Datasets));
        foreach (var view in views)
            await session.ExecuteAsync($"DROP VIEW IF EXISTS {schemas.Table((string)view[0]!)} CASCADE", cancellationToken);
    }

    /// <summary>What stands in the way, or null.</summary>
    public async Task<Issue?> PrepareAsync(Dataset dataset)
    {
        var stored = dataset.Columns.Where(column => column.IsStored).ToList();
        var present = await ColumnsOfAsync(dataset.Name);
        if (present.Count == 0)
        {
            await CreateAsync(dataset.Name, stored);
            return null;
        }
        var changed = stored.Where(column => !Fits(column, present)).Select(column => column.Name).ToList();
        if (changed.Count == 0)
        {
            foreach (var column in stored.Where(column => !present.ContainsKey(PostgresName.Of(column.Name))))
                await session.ExecuteAsync($"ALTER TABLE {schemas.Table(dataset.Name)} ADD COLUMN {Definition(column)}", cancellationToken);
            return null;
        }
        var aside = await PutAsideAsync(dataset.Name);
        await CreateAsync(dataset.Name, stored);
        return aside is null ? null : Issue.At(dataset.Place, "engine.definition-changed",
            ("dataset", dataset.Name), ("columns", string.Join(", ", changed)), ("table", aside));
    }

    /// <summary>Moves a table's rows out of the way, where there is such a table.</summary>
    /// <returns>The table that now holds them, or null when there was none or it was empty.</returns>
    public async Task<string?> PutAsideAsync(string table)
    {
        if ((await ColumnsOfAsync(table)).Count == 0)
            return null;
        string? aside = null;
        if (await session.ScalarAsync($"SELECT 1 FROM {schemas.Table(table)} LIMIT 1", cancellationToken) is not null)
        {
            var number = Convert.ToInt64(await session.ScalarAsync(
                "SELECT count(*) FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'", cancellationToken, Sql.Quote(schemas.Aside)), CultureInfo.InvariantCulture);
            aside = string.Create(CultureInfo.InvariantCulture, $"{table}_{number + 1}");
            await session.ExecuteAsync($"CREATE TABLE {Sql.Quote(schemas.Aside)}.{Sql.Quote(aside)} AS SELECT * FROM {schemas.Table(table)}", cancellationToken);
        }
        await session.ExecuteAsync($"DROP TABLE {schemas.Table(table)}", cancellationToken);
        await book.ClearAsync(table);
        return aside is null ? null : $"{schemas.Aside}.{aside}";
    }

    private Task CreateAsync(string table, IEnumerable<Column> columns) =>
        session.ExecuteAsync($"CREATE TABLE {schemas.Table(table)} ({string.Join(", ", columns.Select(Definition))})", cancellationToken);

    private static string Definition(Column column) => $"{Sql.Quote(column.Name)} {StoredType.DefinitionOf(column)}";

    private static bool Fits(Column column, Dictionary<string, string> present) =>
        present.TryGetValue(PostgresName.Of(column.Name), out var type) ? type == StoredType.NameOf(column) : column.IsOptional;

    private async Task<Dictionary<string, string>> ColumnsOfAsync(string table) =>
        (await session.RowsAsync("""
            SELECT a.attname::text, format_type(a.atttypid, a.atttypmod)
            FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
            WHERE c.relnamespace = $1::regnamespace AND c.relname = $2 AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            """, cancellationToken, Sql.Quote(schemas.Datasets), PostgresName.Of(table)))
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
}
