using System.Globalization;
using Kelvin.Calendars.Custom;

namespace Kelvin.Catalog.Checking;

/// <summary>What decides how a calendar cuts time, as one text for fingerprints.</summary>
internal static class CalendarText
{
    public static string Of(CalendarDefinition definition) =>
        $"{definition.Calendar.Name} {Of(definition.Calendar.Rule)} {definition.PeriodsFrom}";

    private static string Of(CalendarRule rule) => rule switch
    {
        CalendarRule.Table table => $"{table.Grain} {string.Join("; ", table.Periods.Periods.Select(Of))}",
        CalendarRule.Sprints sprints => string.Create(CultureInfo.InvariantCulture, $"{sprints.Start:O} {sprints.Days} {sprints.FirstNumber} {sprints.Naming}"),
        _ => rule.ToString(),
    };

    private static string Of(NamedPeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"{period.Name} {period.FirstDay:O} {period.LastDay:O}");
}
