using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Rules;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Entries.Grids;

/// <summary>Reads the cells of a form. Throws only what <see cref="IWarehouse"/> throws.</summary>
public sealed class ReadGrid(ICurrentCatalog catalogs, IWarehouse warehouse, IDbContextFactory<KelvinState> states, TimeProvider clock)
{
    /// <summary>The most periods of a grid.</summary>
    public const int MostPeriods = 60;

    /// <summary>The cells of the periods that a range touches.</summary>
    /// <param name="form">The form's name.</param>
    /// <param name="range">A range as questions take it, such as <c>2026-03</c> or <c>last 6 months</c>.</param>
    /// <param name="isSubmission">Whether rows are looked at as if they were submitted, so that values which are not there yet are missed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Checked<Grid>> ReadAsync(string form, string range, bool isSubmission, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var found = KnownForm.Find(catalog, form);
        if (!found.IsSound)
            return Checked<Grid>.Faulty(found.Issues);
        var calendar = catalog.CalendarIn();
        var parsed = RangeText.Parse(range, calendar);
        if (!parsed.IsSound)
            return Checked<Grid>.Faulty(parsed.Issues);
        var asked = parsed.Value.Pin(calendar, clock.GetUtcNow(), null);
        ImmutableArray<Period> periods = [.. calendar.Periods(found.Value.Grain, asked).Take(MostPeriods + 1)];
        return periods.Length is 0 or > MostPeriods
            ? Checked<Grid>.Faulty(Issue.At(null, "entry.periods", ("most", MostPeriods), ("range", range)))
            : await ReadAsync(found.Value, catalog, calendar, periods, isSubmission, cancellationToken);
    }

    private async Task<Checked<Grid>> ReadAsync(Form form, MetricCatalog catalog, Calendar calendar, ImmutableArray<Period> periods, bool isSubmission, CancellationToken cancellationToken)
    {
        var earliest = calendar.Move(calendar.Back(periods[0], new CalendarSpan(1, Grain.Year)), -1).FirstDay;
        var span = calendar.Range(form.Overrides is null ? earliest : periods[0].FirstDay, periods[^1].LastDay.AddDays(1));
        var readFrom = clock.GetUtcNow();
        var rows = await new FormRows(warehouse, catalog, cancellationToken).ReadAsync(form, span);
        var snapshot = await EntryReading.HoldingAsync(warehouse, catalog, form, span, cancellationToken);
        // The values of a year before are only to compare with; where they are too many, the others are shown without them.
        if (snapshot.IsCut && form.Overrides is null)
            snapshot = await EntryReading.HoldingAsync(warehouse, catalog, form, calendar.Range(calendar.Move(periods[0], -1).FirstDay, periods[^1].LastDay.AddDays(1)), cancellationToken);
        if (snapshot.IsCut)
            return Checked<Grid>.Faulty(EntryReading.TooMany);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        await snapshot.AddEnteredAsync(state, span.FirstDay, span.LastDay, readFrom, cancellationToken);
        var columns = ColumnsOf(form, snapshot.Dataset);
        return Checked<Grid>.Sound(new(
            form, columns,
            [.. periods.Select(period => new GridPeriod(period, [.. rows.Where(row => row.Period is null || row.Period == period.FirstDay).Select(row => Row(snapshot, calendar, period, row, columns, isSubmission))]))],
            rows.Length >= FormRows.Most));
    }

    /// <summary>The values asked for, and the note.</summary>
    internal static ImmutableArray<FormColumn> ColumnsOf(Form form, Dataset dataset) =>
        form.HasNote ? form.Columns.Add(new FormColumn(dataset.Find(Form.Note)!)) : form.Columns;

    private static GridRow Row(EntrySnapshot snapshot, Calendar calendar, Period period, FormRow row, ImmutableArray<FormColumn> columns, bool isSubmission)
    {
        var (day, before, year) = (period.FirstDay, calendar.Move(period, -1).FirstDay, calendar.Back(period, new CalendarSpan(1, Grain.Year)).FirstDay);
        var course = snapshot.Rows.GetValueOrDefault((day, row.Id));
        return new(row, course?.Status, [.. columns.Select(column => Cell(snapshot, row.Id, column, day, before, year))], RowRules.Check(snapshot, day, before, row.Id, isSubmission))
        {
            Course = course,
        };
    }

    private static GridCell Cell(EntrySnapshot snapshot, string row, FormColumn column, DateOnly day, DateOnly before, DateOnly year)
    {
        var name = column.Column.Name;
        var entered = snapshot.Cells.GetValueOrDefault((day, row, name));
        return new(column, snapshot.ValueIn(day, row, name), entered?.Version ?? 0)
        {
            Holding = snapshot.HoldingIn(day, row, name),
            Connected = snapshot.Connected.GetValueOrDefault(row)?.GetValueOrDefault(name),
            Before = snapshot.Form.Overrides is null ? snapshot.ValueIn(before, row, name) : null,
            YearBefore = snapshot.Form.Overrides is null ? snapshot.ValueIn(year, row, name) : null,
            Person = entered?.Person,
            At = entered?.At,
            IsPending = entered is { Counts: false },
        };
    }
}
