using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Entries.Deciding;

/// <summary>The rows of a period that an action is about, and what is known of their cells.</summary>
internal sealed record Sheet(Form Form, MetricCatalog Catalog, Period Period, DateOnly Before, ImmutableArray<FormRow> Rows, EntrySnapshot Snapshot)
{
    /// <summary>The first day of the period.</summary>
    public DateOnly Day => Period.FirstDay;

    /// <summary>Reads what holds; what has been entered is added inside the transaction.</summary>
    public static async Task<Checked<Sheet>> ReadAsync(IRowSource source, MetricCatalog catalog, SheetAction action, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = KnownForm.Find(catalog, action.Form);
        if (!found.IsSound)
            return Checked<Sheet>.Faulty(found.Issues);
        var (form, calendar) = (found.Value, catalog.CalendarIn());
        var period = KnownForm.PeriodOf(form, action.Period, calendar, now);
        if (!period.IsSound)
            return Checked<Sheet>.Faulty(period.Issues);
        var before = calendar.Move(period.Value, -1).FirstDay;
        var span = calendar.Range(form.Overrides is null ? before : action.Period, period.Value.LastDay.AddDays(1));
        var rows = await new FormRows(source, catalog, cancellationToken).ReadAsync(form, span);
        ImmutableArray<FormRow> meant = [.. rows.Where(row => (row.Period is null || row.Period == action.Period) && (action.Owner is null || (row.Owner ?? "") == action.Owner))];
        if (meant.IsEmpty)
            return Checked<Sheet>.Faulty(Issue.At(null, "entry.no-rows", ("owner", action.Owner)));
        var snapshot = await EntryReading.HoldingAsync(source, catalog, form, span, cancellationToken);
        return snapshot.IsCut ? Checked<Sheet>.Faulty(EntryReading.TooMany) : Checked<Sheet>.Sound(new(form, catalog, period.Value, before, meant, snapshot));
    }

    /// <summary>Whether a row has values that were entered and do not count yet.</summary>
    public bool HasPending(string row) => Snapshot.Cells.Values.Any(cell => cell.Period == Day && cell.Row == row && !cell.Counts);
}
