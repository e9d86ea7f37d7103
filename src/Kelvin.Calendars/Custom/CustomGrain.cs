using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>A kind of period of a workspace's calendar.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Own">Its name within the calendar.</param>
/// <param name="Periods">Its periods.</param>
internal sealed record CustomGrain(CustomCalendar Calendar, string Own, PeriodSequence Periods)
{
    /// <summary>The name by which it is always known: <c>retail.quarter</c>.</summary>
    public string FullName => $"{Calendar.Name}.{Own}";

    /// <summary>The grain, by its own name where that is unique, else by its full name.</summary>
    public required Grain Grain { get; init; }

    /// <summary>
    /// The shift by a number of this calendar's years that keeps the place in the year; null without years. Periods of
    /// which every year has as many go by number, others by their days.
    /// </summary>
    public DayShift? ByYears(int count, CustomGrain? year) =>
        Periods.PerYear is { } perYear ? new DayShift.Periods(this, count * perYear)
        : year is not null ? new DayShift.Periods(year, count)
        : null;

    /// <summary>Its name for people: <c>Retail calendar: quarter</c>; the calendar's alone where it has only one kind of period.</summary>
    public string Label(Tongue tongue) => Calendar.Rule is CalendarRule.Fiscal or CalendarRule.Weeks
        ? $"{Calendar.Label.In(tongue)}: {Texts.Say(tongue, "calendar.grains." + Own)}"
        : Calendar.Label.In(tongue);
}
