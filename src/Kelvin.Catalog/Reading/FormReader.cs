using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads a <c>form:</c> document.</summary>
internal static class FormReader
{
    private static readonly string[] Keys =
    [
        "form", "label", "description", "department", "dataset", "overrides", "grain", "since", "segments", "columns", "rules", "due", "remind", "owner",
        "owners", "approvers",
    ];

    private static readonly string[] RuleKeys = ["holds", "note_when", "message"];

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public static FormDraft Read(YamlNode.Mapping document, YamlNode.Scalar name, string? pack, string currency, Vocabulary<Grain> grains, IssueList issues)
    {
        var before = issues.Errors;
        DefinitionName.Check(name, isColumn: false, issues);
        var fields = new Fields(document, Keys, issues);
        fields.RequireKey("columns", name.Place, "columns:\n  answers: count answers");
        var grain = fields.Word("grain", Grain.Month, grains);
        if (grain.IsWithinDay)
            issues.Add(fields.PlaceOf("grain"), "form.grain", ("grain", grain.Name));
        if (fields.Has("dataset") && fields.Has("overrides"))
            issues.Add(fields.PlaceOf("overrides"), "form.dataset-and-overrides");
        if (fields.Has("overrides") && fields.Has("segments"))
            issues.Add(fields.PlaceOf("segments"), "form.overrides-segments");
        var draft = new FormDraft(name.Text, name.Place, pack, false, name, fields.Local("label") ?? LocalText.Same(name.Text), grain)
        {
            Description = fields.Local("description"),
            Department = fields.Text("department")?.Text,
            Dataset = fields.Text("dataset"),
            Overrides = fields.Text("overrides"),
            Segments = FormSegmentReader.Read(fields.Group("segments"), issues),
            Columns = FormColumnReader.Read(fields.ValueOf("columns"), fields.PlaceOf("columns"), currency, issues),
            Rules = [.. fields.Groups("rules").Select(rule => Rule(rule, issues)).OfType<FormRuleDraft>()],
            Since = fields.Text("since") is { } since ? Since(since, issues) : null,
            Due = fields.Text("due") is { } due ? DayDistanceText.Due(due, issues) : null,
            Remind = fields.Text("remind") is { } remind ? DayDistanceText.Remind(remind, issues) : null,
            Owner = fields.Text("owner"),
            Owners = FormOwnerReader.Read(fields.Group("owners"), issues),
            Approvers = [.. fields.List("approvers").Select(person => person.Text.Trim()).Distinct(StringComparer.Ordinal)],
        };
        if (draft.Due is not null && !fields.Has("since"))
            issues.Add(fields.PlaceOf("due"), "form.due-since");
        if (draft.Due is not null && draft.Owner is null && draft.Owners.IsEmpty)
            issues.Add(fields.PlaceOf("due"), "form.due-owner");
        return draft with { IsFaulty = issues.Errors > before };
    }

    private static FormRuleDraft? Rule(YamlNode.Mapping written, IssueList issues)
    {
        var fields = new Fields(written, RuleKeys, issues);
        var message = fields.Local("message");
        if (fields.Has("holds") == fields.Has("note_when"))
        {
            issues.Add(written.Place, "form.rule-form");
            return null;
        }
        var condition = fields.Text("holds") ?? fields.Text("note_when");
        return condition is null ? null : new(new FormulaText(condition, 0), fields.Has("note_when"), message);
    }

    private static DateOnly? Since(YamlNode.Scalar written, IssueList issues)
    {
        if (DateOnly.TryParseExact(written.Text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900)
            return day;
        issues.Add(written.Place, "form.since", ("value", written.Text));
        return null;
    }
}
