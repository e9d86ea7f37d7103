using System.Collections.Immutable;
using Kelvin.Calendars.WorkDays;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads <c>working_days: { week: [mon..fri], holidays: sweden, eves: true, closed: [2025-06-20], open: [2025-12-20] }</c>.</summary>
internal static class WorkingDaysReader
{
    private static readonly string[] Keys = ["week", "holidays", "eves", "closed", "open"];

    private static readonly Vocabulary<HolidayRules> Countries =
        new([.. HolidayRules.Known.Select(country => (country, HolidayRules.Find(country)!))]);

    /// <summary>The working days, or null when the key is absent or faulty.</summary>
    public static WorkingDays? Read(Fields settings, IssueList issues)
    {
        if (settings.Group("working_days") is not { } group)
            return null;
        var before = issues.Errors;
        var fields = new Fields(group, Keys, issues);
        var week = fields.Has("week") ? Week(fields.List("week"), issues) : WorkingDays.Swedish.Week;
        var days = new WorkingDays(
            week, fields.Word("holidays", new HolidayRules.Swedish(), Countries), fields.Truth("eves") ?? true,
            Days(fields, "closed", issues), Days(fields, "open", issues));
        return issues.Errors > before ? null : days;
    }

    private static ImmutableArray<DayOfWeek> Week(ImmutableArray<YamlNode.Scalar> written, IssueList issues)
    {
        var days = ImmutableArray.CreateBuilder<DayOfWeek>();
        foreach (var scalar in written)
            if (CalendarWords.Span(scalar.Text.Trim()) is { } span)
                days.AddRange(span);
            else
                issues.Add(scalar.Place, "catalog.calendar-weekday", ("value", scalar.Text));
        return days.ToImmutable();
    }

    private static ImmutableArray<DateOnly> Days(Fields fields, string key, IssueList issues)
    {
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        foreach (var scalar in fields.List(key))
            if (CalendarWords.Day(scalar.Text.Trim()) is { } day)
                days.Add(day);
            else
                issues.Add(scalar.Place, "catalog.calendar-day", ("key", key), ("value", scalar.Text));
        return days.ToImmutable();
    }
}
