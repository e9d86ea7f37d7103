using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Values;
using Kelvin.Formulas;
using Kelvin.Web.Entry.Words;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Entry.Page;

/// <summary>Makes what a grid shows.</summary>
internal sealed class GridViews
{
    private readonly Grid _grid;
    private readonly bool _isSingle;
    private readonly Reader _reader;
    private readonly Wording _wording;

    private GridViews(Grid grid, bool isSingle, Reader reader, Wording wording) => (_grid, _isSingle, _reader, _wording) = (grid, isSingle, reader, wording);

    public static GridView Of(Grid grid, bool isSingle, Reader reader, Wording wording) => new GridViews(grid, isSingle, reader, wording).View();

    private bool Overrides => _grid.Form.Overrides is not null;

    private GridView View() => new(
        Overrides ? [EntryWords.Say(_reader, "row")] : [.. _grid.Form.Segments.Select(segment => _reader.Read(segment.Label))],
        [.. _grid.Periods.Select(period => new GridHead(
            _isSingle ? EntryWords.Say(_reader, "value") : _wording.Period(period.Period),
            _isSingle ? null : EntryAddress.OfPeriod(_grid.Form.Name, period.Period.FirstDay)))],
        !_isSingle ? [] : Overrides ? [EntryWords.Say(_reader, "connected")] : [EntryWords.Say(_reader, "before"), EntryWords.Say(_reader, "year-before")],
        [.. Enumerable.Range(0, _grid.Periods[0].Rows.Length).SelectMany(Lines)],
        _grid.IsCut);

    private IEnumerable<GridLine> Lines(int row) => Enumerable.Range(0, _grid.Columns.Length).Select(column =>
    {
        var first = _grid.Periods[0].Rows[row];
        var names = first.Row.Labels.Select(_reader.Read).ToImmutableArray();
        return new GridLine(
            Overrides ? [string.Join(", ", names)] : names, Label(_grid.Columns[column]),
            [.. _grid.Periods.Select(period => Cell(period, period.Rows[row], column))],
            !_isSingle ? [] : Overrides ? [Shown(first.Cells[column].Connected, column)] : [Shown(first.Cells[column].Before, column), Shown(first.Cells[column].YearBefore, column)])
        {
            IsFirst = column == 0,
        };
    });

    private EntryCellView Cell(GridPeriod period, GridRow row, int column)
    {
        var (cell, asked) = (row.Cells[column], _grid.Columns[column].Column);
        return new()
        {
            Label = string.Join(", ", row.Row.Labels.Select(_reader.Read).Append(Label(_grid.Columns[column])).Append(_wording.Period(period.Period))),
            Value = WrittenValue.Of(cell.Value, asked, _reader.Tongue),
            Version = cell.Version,
            Period = period.Period.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Row = JsonSerializer.Serialize(row.Row.Key),
            RowId = row.Row.Id,
            Column = asked.Name,
            IsNumber = asked.Type.Kind == ValueKind.Number,
            IsLocked = row.Status == RowStatus.Submitted && _grid.Form.NeedsApproval,
            IsPending = cell.IsPending,
            Message = string.Join(" ", row.Messages.Where(message => (message.Column ?? _grid.Columns[0].Column.Name) == asked.Name).Select(message => message.Issue.Message(_reader.Tongue))),
            Details = Details(cell, row, column),
        };
    }

    private string Details(GridCell cell, GridRow row, int column) => string.Join(" · ", new[]
    {
        cell.Connected is null ? null : EntryWords.Say(_reader, "detail.connected", ("value", Shown(cell.Connected, column))),
        cell.IsPending && cell.Holding is not null ? EntryWords.Say(_reader, "detail.holding", ("value", Shown(cell.Holding, column))) : null,
        cell.Before is null ? null : EntryWords.Say(_reader, "detail.before", ("value", Shown(cell.Before, column))),
        cell.YearBefore is null ? null : EntryWords.Say(_reader, "detail.year-before", ("value", Shown(cell.YearBefore, column))),
        cell.Person is { } person && cell.At is { } at ? EntryWords.Say(_reader, "detail.entered", ("person", person), ("moment", _wording.Moment(at))) : null,
        row.Status is { } status ? EntryWords.Status(_reader, status) : null,
    }.OfType<string>());

    private string Label(FormColumn column) => column.Column.Label is { } label ? _reader.Read(label) : column.Column.Name;

    private string Shown(object? value, int column) => _wording.Cell(value, _grid.Columns[column].Column.Type);
}
