using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.Sessions;

namespace Kelvin.Engines.Days;

/// <summary>
/// Keeps the local days of a dataset's time axis beside its current rows, for engines that do. The book says of which zone they
/// are, and as long as it does every row has its day; the history has none.
/// </summary>
internal sealed class RowDays(IEngine engine, ISession session, Dataset dataset, CancellationToken cancellationToken)
{
    private TableNames Names => engine.Names;

    /// <summary>Makes the days those of the dataset's axis in a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="kept">The id of the zone whose days of this axis are kept now; null for none.</param>
    public async Task PrepareAsync(TimeZoneInfo zone, string? kept)
    {
        var column = engine.DayOf is null ? null : DayColumn.Of(dataset, zone);
        if (kept == column?.Zone.Id)
            return;
        var rows = Names.Rows(dataset.Name);
        foreach (var earlier in (await engine.ColumnsAsync(session, Names.RowSchema, dataset.Name, cancellationToken)).Keys)
            if (earlier.StartsWith(DayColumn.Prefix, StringComparison.Ordinal))
                await session.ExecuteAsync($"ALTER TABLE {rows} DROP COLUMN {Names.Dialect.Quote(earlier)}", cancellationToken);
        if (column is not null)
        {
            var extent = (await session.RowsAsync($"SELECT earliest, watermark FROM {Names.States} WHERE dataset = $1", cancellationToken, dataset.Name))[0];
            await AddAsync(column, rows, Stretch.Of(extent[0], extent[1]));
        }
        await KeptAsync(column?.Zone.Id);
    }

    /// <summary>Adds the column to a table that is to become the dataset's rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stretch">Where its rows are on the time axis.</param>
    public async Task AddAsync(string table, Stretch stretch)
    {
        if (await FindAsync() is { } column)
            await AddAsync(column, table, stretch);
    }

    /// <summary>What a statement that adds rows says besides, each part beginning with a comma: nothing where no days are kept.</summary>
    /// <param name="alias">The alias of the rows that are added.</param>
    /// <param name="stretch">Where they are on the time axis.</param>
    public async Task<(string Column, string Day)> InsertedAsync(string alias, Stretch stretch) => await FindAsync() is { } column
        ? ($", {Names.Dialect.Quote(column.Name)}", $", {DayOf(column, $"{alias}.{Names.Dialect.Quote(column.Instants)}", stretch)}")
        : ("", "");

    /// <summary>
    /// The column that is kept. Where rows come for a dataset that is defined otherwise than when it was prepared, days are kept no
    /// more until it is prepared again.
    /// </summary>
    private async Task<DayColumn?> FindAsync()
    {
        if (engine.DayOf is null)
            return null;
        var line = await session.RowsAsync($"SELECT axis, days_in FROM {Names.States} WHERE dataset = $1", cancellationToken, dataset.Name);
        if (line is not [[var axis, string id]])
            return null;
        if ((string?)axis == dataset.Time && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && DayColumn.Of(dataset, zone) is { } column)
            return column;
        await KeptAsync(null);
        return null;
    }

    /// <summary>In two steps, of which the second writes nothing but this column.</summary>
    private async Task AddAsync(DayColumn column, string table, Stretch stretch)
    {
        var name = Names.Dialect.Quote(column.Name);
        await session.ExecuteAsync($"ALTER TABLE {table} ADD COLUMN {name} DATE", cancellationToken);
        if (stretch.First is not null)
            await session.ExecuteAsync(
                $"ALTER TABLE {table} ALTER COLUMN {name} SET DATA TYPE DATE USING {DayOf(column, Names.Dialect.Quote(column.Instants), stretch)}", cancellationToken);
    }

    private string DayOf(DayColumn column, string instant, Stretch stretch) =>
        column.Spans(stretch) is { IsEmpty: false } spans ? engine.DayOf!(instant, spans) : "CAST(NULL AS DATE)";

    private Task KeptAsync(string? zone) =>
        session.ExecuteAsync($"UPDATE {Names.States} SET days_in = $2 WHERE dataset = $1", cancellationToken, dataset.Name, zone);
}
