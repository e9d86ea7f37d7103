using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Compiler.Frames;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Values;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Entries.Grids;

/// <summary>Reads what is known of the cells of a form: from the warehouse what holds, from the state what has been entered.</summary>
internal static class EntryReading
{
    private const int MostRows = 100_000;

    /// <summary>What is said where there are more rows than are read at once.</summary>
    public static Issue TooMany { get; } = Issue.At(null, "entry.too-many-rows", ("most", MostRows));

    /// <summary>What holds over a stretch of time.</summary>
    public static async Task<EntrySnapshot> HoldingAsync(IRowSource source, MetricCatalog catalog, Form form, Period span, CancellationToken cancellationToken)
    {
        var dataset = catalog.Datasets[form.Dataset];
        var values = form.Columns.Select(column => column.Column.Name).ToList();
        string[] remarks = [.. form.HasNote ? [Form.Note] : Array.Empty<string>(), .. form.SaysWho ? [Form.EnteredBy] : Array.Empty<string>()];
        var key = FormRows.KeyOf(form, catalog);
        var isOwn = form.Overrides is null;
        var rows = await DatasetRows.ReadAsync(
            source, dataset, [.. dataset.Key, .. values, .. remarks], isOwn ? FormRows.Within(dataset, form.Time, span) : null, MostRows + 1, cancellationToken);
        var snapshot = new EntrySnapshot
        {
            Form = form,
            Dataset = dataset,
            Key = key,
            IsCut = rows.Count > MostRows,
            Holding = Enumerable.Range(0, rows.Count).ToDictionary(
                row => (isOwn ? (DateOnly?)rows[form.Time][row] : null, IdOf(rows, row, key)), row => ValuesOf(rows, row, [.. values, .. remarks])),
        };
        if (form.Overrides is not { } overridden)
            return snapshot;
        var connected = catalog.Datasets[overridden];
        var below = await DatasetRows.ReadAsync(source, connected, [.. connected.Key, .. values], FormRows.Within(connected, form.Time, span), MostRows, cancellationToken);
        for (var row = 0; row < below.Count; row++)
            snapshot.Connected[IdOf(below, row, key)] = ValuesOf(below, row, values);
        return snapshot;
    }

    /// <summary>Adds what has been entered from one period through another.</summary>
    /// <param name="snapshot">What holds.</param>
    /// <param name="state">Where it is kept.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="readFrom">A moment before what holds was read: what has arrived since may not have been seen there.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task AddEnteredAsync(this EntrySnapshot snapshot, KelvinState state, DateOnly first, DateOnly last, DateTimeOffset readFrom, CancellationToken cancellationToken)
    {
        var form = snapshot.Form.Name;
        snapshot.Cells = await state.Set<EntryCell>().Where(cell => cell.Form == form && cell.Period >= first && cell.Period <= last)
            .ToDictionaryAsync(cell => (cell.Period, cell.Row, cell.Column), cancellationToken);
        snapshot.Rows = await state.Set<EntryRow>().Where(row => row.Form == form && row.Period >= first && row.Period <= last)
            .ToDictionaryAsync(row => (row.Period, row.Row), cancellationToken);
        snapshot.Underway = [.. await state.Set<EntryPosting>().Where(posting => posting.Form == form && (posting.DoneAt == null || posting.DoneAt >= readFrom)).Select(posting => posting.Period).ToListAsync(cancellationToken)];
    }

    private static string IdOf(Frame frame, int row, IReadOnlyList<string> key) =>
        RowId.Of(key, key.ToDictionary(column => column, column => CellValue.Write(frame[column][row]) ?? "", StringComparer.Ordinal));

    private static Dictionary<string, object?> ValuesOf(Frame frame, int row, IEnumerable<string> columns) =>
        columns.ToDictionary(column => column, column => frame[column][row], StringComparer.Ordinal);
}
