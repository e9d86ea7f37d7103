using System.Collections.Immutable;
using Kelvin.Calendars.Custom;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads a <c>calendar:</c> document.</summary>
internal static class CalendarReader
{
    private static readonly string[] Common = ["calendar", "label", "kind"];

    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["fiscal"] = [.. Common, "starts", "named_by"],
        ["weeks"] = [.. Common, "pattern", "ends", "extra_week", "named_by"],
        ["sprints"] = [.. Common, "starts", "length", "first_number", "name", "periods"],
        ["table"] = [.. Common, "grain", "periods", "dataset", "name", "first_day", "last_day"],
    };

    private static readonly Vocabulary<string> Kinds = new([.. Keys.Keys.Select(kind => (kind, kind))]);

    private static readonly Vocabulary<YearNaming> Namings = new(
        ("both", YearNaming.Both), ("start", YearNaming.Start), ("end", YearNaming.End));

    public static CalendarDraft Read(YamlNode.Mapping document, YamlNode.Scalar name, string? pack, IssueList issues)
    {
        var before = issues.Errors;
        DefinitionName.Check(name, isColumn: false, issues);
        var kind = (document.Entries.FirstOrDefault(entry => entry.Key.Text == "kind")?.Value as YamlNode.Scalar)?.Text ?? "";
        var fields = new Fields(document, Keys.GetValueOrDefault(kind) ?? [.. Keys.Values.SelectMany(keys => keys).Distinct()], issues);
        fields.Required("kind", name.Place, "kind: fiscal");
        kind = fields.Word("kind", "", Kinds);
        var (rule, source) = kind switch
        {
            "fiscal" => (Fiscal(fields, name, issues), null),
            "weeks" => (Weeks(fields, name, issues), null),
            "sprints" => (Sprints(fields, name, issues), null),
            "table" => Table(fields, name, issues),
            _ => (null, null),
        };
        return new(name.Text, name.Place, pack, issues.Errors > before || rule is null,
            rule is null ? null : new CustomCalendar(name.Text, fields.Local("label") ?? LocalText.Same(name.Text), rule), source);
    }

    private static CalendarRule.Fiscal? Fiscal(Fields fields, YamlNode.Scalar name, IssueList issues) =>
        Read(fields, "starts", name, "starts: may", "catalog.calendar-month", CalendarWords.Month, issues) is { } month
            ? new CalendarRule.Fiscal(month, fields.Word("named_by", YearNaming.Both, Namings))
            : null;

    private static CalendarRule.Weeks? Weeks(Fields fields, YamlNode.Scalar name, IssueList issues)
    {
        var pattern = Read(fields, "pattern", name, "pattern: 4-4-5", "catalog.calendar-pattern", CalendarWords.Pattern, issues);
        var end = fields.Required("ends", name.Place, "ends: last saturday of january");
        var parsed = end is null ? null : CalendarWords.End(end.Text.Trim());
        if (end is not null && parsed is null)
            issues.Add(end.Place, "catalog.calendar-ends", ("value", end.Text));
        return pattern is { } weeks && parsed is not null
            ? new CalendarRule.Weeks(weeks, parsed, fields.Whole("extra_week", 1, 12) ?? 12, fields.Word("named_by", YearNaming.End, Namings))
            : null;
    }

    private static CalendarRule? Sprints(Fields fields, YamlNode.Scalar name, IssueList issues)
    {
        if (fields.Has("periods"))
            return PeriodListReader.Read(fields, issues) is { } table ? new CalendarRule.Table("sprint", table) : null;
        var start = Read(fields, "starts", name, "starts: 2025-01-06", "catalog.calendar-day", CalendarWords.Day, issues);
        var days = Read(fields, "length", name, "length: 2 weeks", "catalog.calendar-length", CalendarWords.Days, issues);
        return start is { } first && days is { } length
            ? new CalendarRule.Sprints(first, length, fields.Whole("first_number", 0, 1_000_000) ?? 1, fields.Local("name") ?? LocalText.Same("Sprint {number}"))
            : null;
    }

    private static (CalendarRule?, PeriodSourceDraft?) Table(Fields fields, YamlNode.Scalar name, IssueList issues)
    {
        var grain = fields.Text("grain");
        if (grain is not null)
            DefinitionName.Check(grain, isColumn: false, issues);
        if (!fields.Has("dataset"))
        {
            fields.RequireKey("periods", name.Place, "periods:\n  - { name: Spring, first_day: 2025-02-01, last_day: 2025-05-31 }");
            return (PeriodListReader.Read(fields, issues) is { } table ? new CalendarRule.Table(grain?.Text ?? "period", table) : null, null);
        }
        var (dataset, column, first) = (fields.Text("dataset"), fields.Required("name", name.Place, "name: season"), fields.Required("first_day", name.Place, "first_day: starts_on"));
        return dataset is null || column is null || first is null
            ? (null, null)
            : (new CalendarRule.Table(grain?.Text ?? "period", PeriodTable.Empty), new PeriodSourceDraft(dataset, column, first, fields.Text("last_day")));
    }

    /// <summary>A text that must be there and be understood.</summary>
    private static T? Read<T>(Fields fields, string key, YamlNode.Scalar name, string example, string code, Func<string, T?> read, IssueList issues)
        where T : struct
    {
        if (fields.Required(key, name.Place, example) is not { } scalar)
            return null;
        if (read(scalar.Text.Trim()) is { } value)
            return value;
        issues.Add(scalar.Place, code, ("key", key), ("value", scalar.Text));
        return null;
    }
}
