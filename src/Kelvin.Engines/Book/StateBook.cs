using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Compiler.Pinning;
using Kelvin.Engines.Days;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Sessions;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Book;

/// <summary>What is known of each dataset without reading it.</summary>
internal sealed class StateBook(IEngine engine, ISession session, CancellationToken cancellationToken)
{
    private TableNames Names => engine.Names;

    /// <summary>Gives a dataset its line, and looks at its rows again when another column has become its time axis.</summary>
    /// <returns>The id of the zone whose days of the axis are kept beside the rows, or null.</returns>
    public async Task<string?> EnterAsync(Dataset dataset)
    {
        var known = await session.RowsAsync($"SELECT axis, days_in FROM {Names.States} WHERE dataset = $1", cancellationToken, dataset.Name);
        if (known.Count == 0)
            await session.ExecuteAsync(
                $"INSERT INTO {Names.States} (dataset, rows, version, axis) VALUES ($1, 0, 0, $2)", cancellationToken, dataset.Name, dataset.Time);
        else if ((string?)known[0][0] == dataset.Time)
            return (string?)known[0][1];
        else
        {
            var extent = await ExtentAsync(dataset, Names.Rows(dataset.Name));
            await session.ExecuteAsync(
                $"UPDATE {Names.States} SET axis = $2, earliest = $3, watermark = $4, days_in = NULL, version = version + 1 WHERE dataset = $1",
                cancellationToken, dataset.Name, dataset.Time, extent.First, extent.Last);
        }
        return null;
    }

    /// <summary>Every line of the book.</summary>
    public async Task<IEnumerable<DatasetState>> ReadAsync() =>
        (await session.RowsAsync($"SELECT dataset, rows, version, earliest, watermark, last_load, source, kept_from, confirmed, inspection, refused, axis, days_in FROM {Names.States}", cancellationToken)).Select(StateOf);

    /// <summary>First and last moment on a dataset's time axis in a table of its columns.</summary>
    public async Task<Stretch> ExtentAsync(Dataset dataset, string table)
    {
        if (new DatasetColumns(engine, dataset).Moment("t") is not { } moment)
            return default;
        var row = (await session.RowsAsync($"SELECT min({moment}), max({moment}) FROM {table} AS t", cancellationToken))[0];
        return Stretch.Of(row[0], row[1]);
    }

    /// <summary>Writes down what loads changed, the last of them from this source at this moment; an undoing lets none in.</summary>
    /// <returns>The dataset's new version.</returns>
    public async Task<long> ChangeAsync(Dataset dataset, IReadOnlyCollection<RowChanges> changes, string? source, DateTime moment, bool isUndoing = false)
    {
        var made = changes.Count(change => change.IsChange);
        if (made == 0)
            return isUndoing ? await VersionAsync(dataset.Name) : await ConfirmAsync(dataset.Name, moment);
        var extent = await ExtentAfterAsync(dataset, changes);
        await session.ExecuteAsync($"""
            UPDATE {Names.States} SET rows = rows + $2, version = version + $3, earliest = $4, watermark = $5, last_load = $6, source = $7, confirmed = $6{(isUndoing ? "" : ", refused = NULL")}
            WHERE dataset = $1
            """, cancellationToken, dataset.Name, changes.Sum(change => change.Added - change.Removed), (long)made, extent.First, extent.Last, moment, source);
        return await VersionAsync(dataset.Name);
    }

    /// <summary>Writes down that a dataset was said at a moment to hold what it holds already.</summary>
    /// <returns>The dataset's version, which stays.</returns>
    public async Task<long> ConfirmAsync(string dataset, DateTime moment)
    {
        await session.ExecuteAsync($"UPDATE {Names.States} SET confirmed = $2, refused = NULL WHERE dataset = $1", cancellationToken, dataset, moment);
        return await VersionAsync(dataset);
    }

    /// <summary>Takes back that what has been undone was said: the last load that stands counts.</summary>
    public Task ConfirmByStandingAsync(string dataset) => session.ExecuteAsync(
        $"UPDATE {Names.States} SET confirmed = (SELECT max(moment) FROM {Names.Loads} WHERE dataset = $1 AND kind <> 'undo' AND stands) WHERE dataset = $1", cancellationToken, dataset);

    /// <summary>Forgets what was known of rows that are gone: what was before this moment cannot be told any more.</summary>
    public async Task ClearAsync(string dataset, DateTime now)
    {
        await session.ExecuteAsync($"""
            UPDATE {Names.States} SET rows = 0, version = version + 1, earliest = NULL, watermark = NULL, last_load = NULL, source = NULL, kept_from = $2, days_in = NULL, confirmed = NULL, inspection = NULL, refused = NULL
            WHERE dataset = $1
            """, cancellationToken, dataset, now);
        await session.ExecuteAsync($"DELETE FROM {Names.Loads} WHERE dataset = $1", cancellationToken, dataset);
        await session.ExecuteAsync($"DELETE FROM {Names.Inspections} WHERE dataset = $1", cancellationToken, dataset);
    }

    /// <summary>A dataset's version.</summary>
    public async Task<long> VersionAsync(string dataset) => Convert.ToInt64(
        await session.ScalarAsync($"SELECT version FROM {Names.States} WHERE dataset = $1", cancellationToken, dataset), CultureInfo.InvariantCulture);

    /// <summary>How many rows a dataset has, and its version.</summary>
    public async Task<(long Rows, long Version)> SizeAsync(string dataset)
    {
        var row = (await session.RowsAsync($"SELECT rows, version FROM {Names.States} WHERE dataset = $1", cancellationToken, dataset))[0];
        return ((long)row[0]!, (long)row[1]!);
    }

    /// <summary>The extent of the rows that there are now. They are read only when rows have left from an end that no new row covers.</summary>
    private async Task<Stretch> ExtentAfterAsync(Dataset dataset, IReadOnlyCollection<RowChanges> changes)
    {
        var came = changes.Aggregate(default(Stretch), (all, change) => all.And(change.Came));
        var left = changes.Aggregate(default(Stretch), (all, change) => all.And(change.Left));
        var row = (await session.RowsAsync($"SELECT earliest, watermark FROM {Names.States} WHERE dataset = $1", cancellationToken, dataset.Name))[0];
        var known = Stretch.Of(row[0], row[1]);
        var keepsStart = left.First is null || left.First > known.First || came.First <= known.First;
        var keepsEnd = left.Last is null || left.Last < known.Last || came.Last >= known.Last;
        return keepsStart && keepsEnd ? known.And(came) : await ExtentAsync(dataset, Names.Rows(dataset.Name));
    }

    private DatasetState StateOf(object?[] row) => new(
        (string)row[0]!, (long)row[1]!, (long)row[2]!, Stretch.Utc(row[3]), Stretch.Utc(row[4]),
        Stretch.Utc(row[5]) is { } load ? new DateTimeOffset(load) : null, (string?)row[6])
    {
        KeptFrom = Stretch.Utc(row[7]) is { } kept ? new DateTimeOffset(kept) : null,
        Confirmed = Stretch.Utc(row[8]) is { } confirmed ? new DateTimeOffset(confirmed) : null,
        Inspection = InspectionText.Read((string?)row[9]),
        Refused = InspectionText.Read((string?)row[10]),
        Days = row is [.., string axis, string zone] ? new StoredDays(Names.RowSchema, DayColumn.NameOf(axis, zone), axis, zone) : null,
    };
}
