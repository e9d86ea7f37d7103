using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>
/// Reads the <c>columns:</c> of a form: as those of a dataset, with rules; or, where the dataset has them already, their names alone.
/// </summary>
internal static class FormColumnReader
{
    private static readonly string[] Keys = ["type", "formula", "label", "required", "between", "at_least", "at_most", "change"];

    public static ImmutableArray<FormColumnDraft> Read(YamlNode? written, Place? place, string currency, IssueList issues)
    {
        switch (written)
        {
            case null:
                return [];
            case YamlNode.Sequence { Items: var items } when items.All(item => item is YamlNode.Scalar { IsNothing: false }) && !items.IsEmpty:
                return [.. items.Cast<YamlNode.Scalar>().Select(name => new FormColumnDraft(name, null))];
            case YamlNode.Mapping { Entries.IsEmpty: false } mapping:
                foreach (var again in mapping.Entries.GroupBy(entry => entry.Key.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
                    issues.Add(again.Key.Place, "catalog.duplicate-key", ("key", again.Key.Text), ("line", mapping.Entries.First(entry => entry.Key.Text == again.Key.Text).Key.Place.Line));
                return [.. mapping.Entries.DistinctBy(entry => entry.Key.Text, StringComparer.Ordinal).Select(entry => Column(entry.Key, entry.Value, currency, issues))];
            default:
                issues.Add(place, "form.columns");
                return [];
        }
    }

    private static FormColumnDraft Column(YamlNode.Scalar name, YamlNode value, string currency, IssueList issues)
    {
        if (value is not YamlNode.Mapping mapping)
            return new(name, DatasetReader.Column(name, value, currency, issues));
        var fields = new Fields(mapping, Keys, issues);
        var column = fields.Has("type") || fields.Has("formula") ? DatasetReader.Column(name, fields, currency, issues) : null;
        var (least, greatest) = Between(fields, issues);
        var numeric = new[] { "between", "at_least", "at_most", "change" }.Select(fields.PlaceOf).FirstOrDefault(place => place is not null);
        return new(name, column)
        {
            IsRequired = fields.Truth("required") ?? false,
            AtLeast = least ?? Number(fields.Text("at_least"), issues),
            AtMost = greatest ?? Number(fields.Text("at_most"), issues),
            Change = fields.Text("change") is { } change ? Share(change, issues) : null,
            Numeric = numeric,
        };
    }

    private static (decimal? Least, decimal? Greatest) Between(Fields fields, IssueList issues)
    {
        var bounds = fields.List("between");
        if (!fields.Has("between"))
            return default;
        if (bounds.Length != 2)
        {
            issues.Add(fields.PlaceOf("between"), "form.between");
            return default;
        }
        var (least, greatest) = (Number(bounds[0], issues), Number(bounds[1], issues));
        if (least > greatest)
            issues.Add(fields.PlaceOf("between"), "form.between");
        return (least, greatest);
    }

    private static decimal? Number(YamlNode.Scalar? written, IssueList issues)
    {
        if (written is null)
            return null;
        if (decimal.TryParse(written.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        issues.Add(written.Place, "form.number", ("value", written.Text));
        return null;
    }

    /// <summary>A share of what was there before: <c>20 %</c>.</summary>
    private static decimal? Share(YamlNode.Scalar written, IssueList issues)
    {
        var text = written.Text.Trim();
        if (text.EndsWith('%') && decimal.TryParse(text[..^1].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent))
            return percent / 100;
        issues.Add(written.Place, "form.change", ("value", written.Text));
        return null;
    }
}
