using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Language;

namespace Kelvin.Entries.Saving;

/// <summary>Finds the cells that values are meant for.</summary>
internal sealed class CellPlaces(Form form, MetricCatalog catalog, DateTimeOffset now)
{
    private readonly Calendar _calendar = catalog.CalendarIn();
    private readonly ImmutableArray<string> _key = FormRows.KeyOf(form, catalog);
    private readonly ImmutableArray<string> _columns = [.. ReadGrid.ColumnsOf(form, catalog.Datasets[form.Dataset]).Select(column => column.Column.Name)];
    private ILookup<string, FormRow> _rows = Array.Empty<FormRow>().ToLookup(row => row.Id);

    /// <summary>From the period before the first that is meant through the last; null when none can be meant.</summary>
    public Period? SpanOf(ImmutableArray<CellEdit> edits)
    {
        var days = edits.Where(edit => WhyNoPeriod(edit) is null).Select(edit => edit.Period).ToList();
        return days.Count == 0 ? null
            : _calendar.Range(form.Overrides is null ? _calendar.Move(PeriodOf(days.Min()), -1).FirstDay : days.Min(), PeriodOf(days.Max()).LastDay.AddDays(1));
    }

    /// <summary>Learns which rows there are.</summary>
    public void Know(ImmutableArray<FormRow> rows) => _rows = rows.ToLookup(row => row.Id, StringComparer.Ordinal);

    /// <summary>What names the row.</summary>
    public string IdOf(CellEdit edit) => RowId.Of(_key, edit.Key);

    /// <summary>Why no period of the form is meant, or null.</summary>
    public Issue? WhyNoPeriod(CellEdit edit) => KnownForm.PeriodOf(form, edit.Period, _calendar, now) is { IsSound: false, Issues: [var issue, ..] } ? issue : null;

    /// <summary>Why no cell of the form is meant, or null.</summary>
    public Issue? WhyNot(CellEdit edit)
    {
        if (WhyNoPeriod(edit) is { } period)
            return period;
        if (!_columns.Contains(edit.Column))
            return Issue.At(null, "entry.unknown-column", ("column", edit.Column), ("nearest", NearestName.Of(edit.Column, _columns)), ("columns", string.Join(", ", _columns)));
        if (_key.FirstOrDefault(column => !edit.Key.ContainsKey(column)) is { } missing)
            return Issue.At(null, "entry.row-lacks", ("column", missing));
        if (edit.Key.Keys.FirstOrDefault(column => !_key.Contains(column)) is { } odd)
            return Issue.At(null, "entry.row-has", ("column", odd));
        return _rows[IdOf(edit)].Any(row => row.Period is null || row.Period == edit.Period)
            ? null
            : Issue.At(null, _rows.Count >= FormRows.Most ? "entry.row-beyond" : form.Overrides is null ? "entry.unknown-row" : "entry.unknown-row-to-override", ("row", string.Join(", ", _key.Select(column => edit.Key[column]))), ("most", FormRows.Most));
    }

    private Period PeriodOf(DateOnly day) => _calendar.PeriodOf(form.Grain, day);
}
