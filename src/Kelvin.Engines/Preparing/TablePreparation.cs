using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.Days;
using Kelvin.Engines.Sessions;
using Kelvin.Language;

namespace Kelvin.Engines.Preparing;

/// <summary>
/// Makes a dataset's tables match its definition: its rows, its history and the view of its columns, with the local days of a zone beside the rows. Rows are kept where their
/// columns still fit, else put aside with their history.
/// </summary>
internal sealed class TablePreparation(IEngine engine, ISession session, TimeProvider clock, TimeZoneInfo zone, CancellationToken cancellationToken)
{
    private readonly StateBook _states = new(engine, session, cancellationToken);

    private TableNames Names => engine.Names;

    /// <summary>Prepares a dataset that has rows of its own, and gives it its line in the book.</summary>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<Issue?> PrepareAsync(Dataset dataset)
    {
        var columns = new DatasetColumns(engine, dataset);
        var present = await ColumnsAsync(dataset.Name);
        var changed = present.Count == 0 ? [] : columns.Stored.Where(column => !Fits(column, present)).Select(column => column.Name).ToList();
        var aside = changed.Count > 0 ? await PutAsideAsync(dataset.Name) : null;
        if (present.Count == 0 || changed.Count > 0)
            await CreateAsync(dataset.Name, columns);
        else
            foreach (var column in columns.Stored.Where(column => !present.ContainsKey(engine.Kept(column.Name))))
                foreach (var table in new[] { Names.Rows(dataset.Name), Names.History(dataset.Name) })
                    await session.ExecuteAsync($"ALTER TABLE {table} ADD COLUMN {Names.Dialect.Quote(column.Name)} {engine.DefinitionOf(column)}", cancellationToken);
        if (present.Count == 0 || changed.Count > 0 || !await IsViewOfAsync(dataset, columns))
        {
            await session.ExecuteAsync($"DROP VIEW IF EXISTS {Names.Dataset(dataset.Name)}", cancellationToken);
            await session.ExecuteAsync($"CREATE VIEW {Names.Dataset(dataset.Name)} AS SELECT {columns.List} FROM {Names.Rows(dataset.Name)}", cancellationToken);
        }
        await engine.IndexAsync(session, dataset, cancellationToken);
        var kept = await _states.EnterAsync(dataset);
        await new RowDays(engine, session, dataset, cancellationToken).PrepareAsync(zone, kept);
        return aside is null ? null : Issue.At(dataset.Place, "engine.definition-changed",
            ("dataset", dataset.Name), ("columns", string.Join(", ", changed)), ("table", aside));
    }

    /// <summary>Moves a dataset's rows and its history out of the way, where there are such tables. No view may read them.</summary>
    /// <returns>The table that now holds the rows, or null when there was none or it was empty.</returns>
    public async Task<string?> PutAsideAsync(string dataset)
    {
        if ((await ColumnsAsync(dataset)).Count == 0)
            return null;
        var number = await CountAsideAsync() + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"{dataset}_{number}");
        var aside = await KeepAsync(Names.Rows(dataset), name) ? $"{Names.AsideSchema}.{name}" : null;
        await KeepAsync(Names.History(dataset), name + "_history");
        await _states.ClearAsync(dataset, clock.GetUtcNow().UtcDateTime);
        return aside;
    }

    /// <summary>
    /// Whether the view shows these columns already: then nothing is written, and a short command does not pay for it. A query that
    /// the dataset once was may have had the same columns, but then there was no table.
    /// </summary>
    private async Task<bool> IsViewOfAsync(Dataset dataset, DatasetColumns columns) =>
        (await engine.ViewColumnsAsync(session, dataset.Name, cancellationToken)).SequenceEqual(columns.Stored.Select(column => engine.Kept(column.Name)));

    private async Task<bool> KeepAsync(string table, string aside)
    {
        var hasRows = await session.ScalarAsync($"SELECT 1 FROM {table} LIMIT 1", cancellationToken) is not null;
        if (hasRows)
            await session.ExecuteAsync($"CREATE TABLE {Names.In(Names.AsideSchema, aside)} AS SELECT * FROM {table}", cancellationToken);
        await session.ExecuteAsync($"DROP TABLE {table}", cancellationToken);
        return hasRows;
    }

    private async Task<long> CountAsideAsync() => Convert.ToInt64(await session.ScalarAsync(
        "SELECT count(DISTINCT regexp_replace(table_name, '_history$', '')) FROM information_schema.tables WHERE table_schema = $1", cancellationToken, engine.Kept(Names.AsideSchema)), CultureInfo.InvariantCulture);

    private async Task CreateAsync(string dataset, DatasetColumns columns)
    {
        string[] loads = [$"{Names.Load} bigint", $"{Names.Origin} bigint"];
        await session.ExecuteAsync($"CREATE TABLE {Names.Rows(dataset)} ({string.Join(", ", columns.Definitions.Concat(loads))})", cancellationToken);
        await session.ExecuteAsync(
            $"CREATE TABLE {Names.History(dataset)} ({string.Join(", ", columns.Definitions.Concat(loads))}, {Names.Removed} bigint)", cancellationToken);
    }

    private bool Fits(Column column, IReadOnlyDictionary<string, string> present) =>
        present.TryGetValue(engine.Kept(column.Name), out var type) ? engine.Fits(column, type) : column.IsOptional;

    private Task<IReadOnlyDictionary<string, string>> ColumnsAsync(string dataset) =>
        engine.ColumnsAsync(session, Names.RowSchema, dataset, cancellationToken);
}
