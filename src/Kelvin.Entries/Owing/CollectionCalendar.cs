using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;

namespace Kelvin.Entries.Owing;

/// <summary>Who owes which numbers by when: worked out from a form, the calendar and what has been entered. No clock, nothing remembered.</summary>
public static class CollectionCalendar
{
    /// <summary>Enough to see what is overdue; older periods are for those who look for them.</summary>
    private const int MostPeriods = 400;

    /// <summary>
    /// What is owed of a form, by period and owner in the order of the form: every period since the first that is due, or that people
    /// are to be reminded of, by a day.
    /// </summary>
    /// <param name="form">The form.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="statuses">How far rows have come, by the first day of the period and the row.</param>
    /// <param name="calendar">The workspace's.</param>
    /// <param name="today">The day.</param>
    /// <param name="until">The last day whose dues are looked ahead to.</param>
    public static ImmutableArray<OwedSheet> Of(
        Form form, ImmutableArray<FormRow> rows, IReadOnlyDictionary<(DateOnly Period, string Row), RowStatus> statuses, Calendar calendar, DateOnly today, DateOnly until)
    {
        if (form is not { Due: { } due, Since: { } since })
            return [];
        var owed = ImmutableArray.CreateBuilder<OwedSheet>();
        foreach (var period in Periods(form, due, since, calendar, until))
        {
            var dueOn = due.DueOn(period, calendar.WorkingDays);
            foreach (var own in rows.Where(row => row.Owner is not null).GroupBy(row => row.Owner))
                owed.Add(new(
                    form, period, own.Key, SheetStatuses.Of(own.Select(row => statuses.TryGetValue((period.FirstDay, row.Id), out var status) ? (RowStatus?)status : null)),
                    dueOn, form.Remind.Before(dueOn, calendar.WorkingDays), today));
        }
        return owed.ToImmutable();
    }

    /// <summary>The periods that are due by a day, the last so many.</summary>
    private static IEnumerable<Period> Periods(Form form, DueRule due, DateOnly since, Calendar calendar, DateOnly until)
    {
        var periods = new List<Period>();
        // Plans are due before their period begins, so the last period due may lie that much ahead.
        var end = due.IsBefore ? until.AddDays(3 * DayDistance.Most) : until.AddDays(1);
        if (end <= since)
            return periods;
        foreach (var period in calendar.Periods(form.Grain, calendar.Range(since, end)))
            if (period.FirstDay >= since && due.DueOn(period, calendar.WorkingDays) <= until)
                periods.Add(period);
        return periods.TakeLast(MostPeriods);
    }
}
