using Kelvin.Calendars.Custom;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the <c>periods:</c> of a calendar: <c>{ name: Spring, first_day: 2025-02-01, last_day: 2025-05-31 }</c>.</summary>
internal static class PeriodListReader
{
    private static readonly string[] Keys = ["name", "first_day", "last_day"];

    /// <summary>The table, or null after an issue.</summary>
    public static PeriodTable? Read(Fields fields, IssueList issues)
    {
        var before = issues.Errors;
        var groups = fields.Groups("periods");
        var periods = groups.Select(group => Period(group, issues)).OfType<NamedPeriod>().ToList();
        if (issues.Errors > before)
            return null;
        var table = PeriodTable.Of(periods);
        issues.AddRange(table.Issues.Select(issue => issue with { Place = fields.PlaceOf("periods") }));
        return table.Value;
    }

    private static NamedPeriod? Period(YamlNode.Mapping group, IssueList issues)
    {
        var fields = new Fields(group, Keys, issues);
        fields.RequireKey("name", group.Place, "name: Spring");
        var (name, first, last) = (fields.Local("name"), Day(fields, "first_day", group.Place, issues), Day(fields, "last_day", group.Place, issues));
        return name is not null && first is { } start && last is { } end ? new NamedPeriod(name, start, end) : null;
    }

    private static DateOnly? Day(Fields fields, string key, Place where, IssueList issues)
    {
        if (fields.Required(key, where, $"{key}: 2025-01-06") is not { } scalar)
            return null;
        if (CalendarWords.Day(scalar.Text.Trim()) is { } day)
            return day;
        issues.Add(scalar.Place, "catalog.calendar-day", ("key", key), ("value", scalar.Text));
        return null;
    }
}
