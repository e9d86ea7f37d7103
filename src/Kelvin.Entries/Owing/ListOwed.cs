using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Queries.Warehouse;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Entries.Owing;

/// <summary>Lists who owes which numbers by when. Throws only what <see cref="IWarehouse"/> throws.</summary>
public sealed class ListOwed(ICurrentCatalog catalogs, IWarehouse source, IDbContextFactory<KelvinState> states, TimeProvider clock)
{
    /// <summary>How far ahead people look when they do not say.</summary>
    public const int UsualDaysAhead = 31;

    /// <summary>How far ahead anybody can look.</summary>
    public const int MostDaysAhead = 400;

    /// <summary>What is owed and what waits.</summary>
    /// <param name="person">Whose: what they owe, and what waits for them to approve; null for everybody's.</param>
    /// <param name="daysAhead">How far ahead to look, up to <see cref="MostDaysAhead"/>.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public async Task<OwedList> ListAsync(PersonName? person, int daysAhead, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var calendar = catalog.CalendarIn();
        var today = calendar.DayOf(clock.GetUtcNow());
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var sheets = new List<OwedSheet>();
        foreach (var form in catalog.Forms.Values)
            sheets.AddRange(await OfAsync(form, catalog, calendar, today, today.AddDays(Math.Clamp(daysAhead, 0, MostDaysAhead)), state, cancellationToken));
        return new([.. sheets.Where(sheet => person is null || person.Is(sheet.Owner) || (sheet.WaitsForApproval && sheet.Form.MayApprove(person.Text)))
            .OrderByDescending(sheet => sheet.IsOverdue).ThenBy(sheet => sheet.DueOn ?? sheet.Period.FirstDay).ThenBy(sheet => sheet.Form.Name, StringComparer.Ordinal).ThenBy(sheet => sheet.Owner, StringComparer.Ordinal)]);
    }

    private async Task<IEnumerable<OwedSheet>> OfAsync(
        Form form, MetricCatalog catalog, Calendar calendar, DateOnly today, DateOnly until, KelvinState state, CancellationToken cancellationToken)
    {
        var statuses = await state.Set<EntryRow>().Where(row => row.Form == form.Name).ToDictionaryAsync(row => (row.Period, row.Row), row => row.Status, cancellationToken);
        ImmutableArray<FormRow> rows = form.Overrides is null
            ? await new FormRows(source, catalog, cancellationToken).ReadAsync(form, calendar.DayPeriod(today))
            : [];
        var owed = CollectionCalendar.Of(form, rows, statuses, calendar, today, until);
        return owed.Concat(Begun(form, rows, statuses, owed, calendar, today));
    }

    /// <summary>What has been begun without being owed, such as a period before the first or an override.</summary>
    private static IEnumerable<OwedSheet> Begun(
        Form form, ImmutableArray<FormRow> rows, Dictionary<(DateOnly Period, string Row), RowStatus> statuses, ImmutableArray<OwedSheet> owed, Calendar calendar, DateOnly today)
    {
        var known = owed.Select(sheet => (sheet.Period.FirstDay, sheet.Owner)).ToHashSet();
        var owners = rows.ToDictionary(row => row.Id, row => row.Owner, StringComparer.Ordinal);
        return statuses.Where(one => one.Value is not RowStatus.Approved && (one.Value != RowStatus.Submitted || form.NeedsApproval))
            .GroupBy(one => (one.Key.Period, Owner: owners.GetValueOrDefault(one.Key.Row) ?? form.Owners.LastOrDefault(owner => owner.Of.IsEmpty)?.Person))
            .Where(own => !known.Contains((own.Key.Period, own.Key.Owner)))
            .Select(own => new OwedSheet(form, calendar.PeriodOf(form.Grain, own.Key.Period), own.Key.Owner, SheetStatuses.Of(own.Select(one => (RowStatus?)one.Value)), null, null, today));
    }
}
