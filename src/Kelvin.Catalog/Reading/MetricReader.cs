using Kelvin.Calendars;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads a <c>metric:</c> document.</summary>
internal static class MetricReader
{
    /// <summary>Columns that any answer may have beside its metrics.</summary>
    private static readonly string[] AnswerColumns = ["period", "filled"];

    private static readonly string[] Keys =
    [
        "metric", "label", "question", "description", "department", "kind", "better", "dataset", "formula", "unit", "time",
        "grain", "empty", "drives", "owner", "tags",
    ];

    private static readonly Vocabulary<MetricKind> Kinds = new(
        ("operational", MetricKind.Operational), ("strategic", MetricKind.Strategic));

    private static readonly Vocabulary<Direction> Directions = new(
        ("higher", Direction.Higher), ("lower", Direction.Lower), ("band", Direction.Band), ("none", Direction.None));

    private static readonly Vocabulary<bool> Emptiness = new(("zero", true), ("missing", false));

    public static MetricDraft Read(YamlNode.Mapping document, YamlNode.Scalar name, string? pack, Vocabulary<Grain> grains, IssueList issues)
    {
        var before = issues.Errors;
        DefinitionName.Check(name, isColumn: false, issues);
        if (AnswerColumns.Contains(name.Text))
            issues.Add(name.Place, "catalog.reserved-name", ("name", name.Text));
        var fields = new Fields(document, Keys, issues);
        var formula = fields.Required("formula", name.Place, "formula: count(orders)");
        var dataset = fields.Text("dataset");
        var unit = fields.Text("unit");
        var time = fields.List("time");
        var drives = fields.List("drives");
        var card = new MetricCard(
            fields.Local("label") ?? LocalText.Same(name.Text),
            fields.Local("question"),
            fields.Local("description"),
            fields.Text("department")?.Text,
            fields.Word("kind", MetricKind.Operational, Kinds),
            fields.Word("better", Direction.None, Directions),
            fields.Word("grain", Grain.Day, grains),
            fields.Word("empty", false, Emptiness),
            fields.Text("owner")?.Text,
            [.. fields.List("tags").Select(tag => tag.Text)]);
        return new(name.Text, name.Place, pack, issues.Errors > before,
            formula is null ? null : new FormulaText(formula, 0), dataset, unit, time, drives, card);
    }
}
