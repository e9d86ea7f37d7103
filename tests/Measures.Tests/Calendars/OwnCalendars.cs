using Kelvin.Calendars;
using Kelvin.Calendars.Custom;
using Kelvin.Language;

namespace Measures.Tests.Calendars;

/// <summary>A calendar with one of each kind beside it.</summary>
internal static class OwnCalendars
{
    public static Calendar In(TimeZoneInfo zone) => Calendar.Gregorian(zone).With(
    [
        new("fiscal", LocalText.Same("Fiscal"), new CalendarRule.Fiscal(5, YearNaming.Both)),
        new("retail", LocalText.Same("Retail"), new CalendarRule.Weeks((4, 4, 5), new WeekYearEnd(DayOfWeek.Saturday, 1, IsNearest: false), 12, YearNaming.Start)),
        new("shop", LocalText.Same("Shop"), new CalendarRule.Weeks((5, 4, 4), new WeekYearEnd(DayOfWeek.Sunday, 12, IsNearest: true), 1, YearNaming.End)),
        new("team", LocalText.Same("Team"), new CalendarRule.Sprints(new(1990, 1, 1), 14, 1, LocalText.Same("Sprint {number}"))),
        new("school", LocalText.Same("School"), new CalendarRule.Table("term", Terms)),
    ]);

    public static Calendar Stockholm { get; } = In(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));

    private static PeriodTable Terms => PeriodTable.Of(
    [
        new(new([new("en", "Spring 2025"), new("sv", "VT 2025")]), new(2025, 1, 8), new(2025, 6, 12)),
        new(new([new("en", "Autumn 2025"), new("sv", "HT 2025")]), new(2025, 8, 18), new(2025, 12, 19)),
    ]).Value!;
}
