using System.Collections.Immutable;
using Kelvin.Catalog.Forms;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>
/// Reads the <c>segments:</c> of a form: <c>channel: [web, store]</c>, <c>channel: { web: Webb, store: Butik }</c> under <c>values</c>, or the dataset that
/// lists them, <c>department: departments</c>.
/// </summary>
internal static class FormSegmentReader
{
    private static readonly string[] Keys = ["label", "values", "from", "name"];

    public static ImmutableArray<FormSegmentDraft> Read(YamlNode.Mapping? group, IssueList issues)
    {
        var segments = new Dictionary<string, FormSegmentDraft?>(StringComparer.Ordinal);
        foreach (var (name, value) in group?.Entries ?? [])
            if (segments.ContainsKey(name.Text))
                issues.Add(name.Place, "catalog.duplicate-key", ("key", name.Text), ("line", group!.Entries.First(entry => entry.Key.Text == name.Text).Key.Place.Line));
            else
                segments.Add(name.Text, Segment(name, value, issues));
        return [.. segments.Values.OfType<FormSegmentDraft>()];
    }

    private static FormSegmentDraft? Segment(YamlNode.Scalar name, YamlNode value, IssueList issues)
    {
        DefinitionName.Check(name, isColumn: true, issues);
        switch (value)
        {
            case YamlNode.Scalar { IsNothing: false } from:
                return new(name, null, [], from, null);
            case YamlNode.Sequence listed:
                return new(name, null, Values(name, listed, issues), null, null);
            case YamlNode.Mapping mapping:
                var fields = new Fields(mapping, Keys, issues);
                var (label, from_, labelColumn) = (fields.Local("label"), fields.Text("from"), fields.Text("name"));
                if (fields.Has("values") == fields.Has("from"))
                    issues.Add(name.Place, "form.segment-form", ("segment", name.Text));
                return new(name, label, fields.ValueOf("values") is { } values ? Values(name, values, issues) : [], from_, labelColumn);
            default:
                issues.Add(name.Place, "form.segment-form", ("segment", name.Text));
                return null;
        }
    }

    private static ImmutableArray<FormChoice> Values(YamlNode.Scalar segment, YamlNode written, IssueList issues)
    {
        var choices = written switch
        {
            YamlNode.Sequence list => list.Items.Select(item => (Value: item as YamlNode.Scalar, Label: (LocalText?)null)).ToList(),
            YamlNode.Mapping mapping => [.. mapping.Entries.Select(entry => ((YamlNode.Scalar?)entry.Key, new Fields(mapping, [.. mapping.Entries.Select(one => one.Key.Text)], issues).Local(entry.Key.Text)))],
            _ => [],
        };
        if (choices.Count == 0 || choices.Any(choice => choice.Value is null or { IsNothing: true }))
            issues.Add(written.Place, "form.segment-form", ("segment", segment.Text));
        foreach (var again in choices.GroupBy(choice => choice.Value?.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            if (again.Value is { } value)
                issues.Add(value.Place, "form.segment-twice", ("segment", segment.Text), ("value", value.Text));
        return [.. choices.Where(choice => choice.Value is { IsNothing: false }).Select(choice => new FormChoice(choice.Value!.Text, choice.Label ?? LocalText.Same(choice.Value.Text)))];
    }
}
