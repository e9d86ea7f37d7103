using System.Collections.Immutable;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the <c>links:</c> and the <c>valid:</c> of a dataset.</summary>
internal static class LinkReader
{
    private static readonly string[] LinkKeys = ["to", "on", "at"];

    private static readonly string[] ValidityKeys = ["from", "to"];

    /// <summary>The links whose own text is sound.</summary>
    public static ImmutableArray<LinkDraft> Links(YamlNode.Mapping? group, IssueList issues)
    {
        var links = new Dictionary<string, LinkDraft?>(StringComparer.Ordinal);
        foreach (var (name, value) in group?.Entries ?? [])
            if (links.ContainsKey(name.Text))
                issues.Add(name.Place, "catalog.duplicate-key", ("key", name.Text),
                    ("line", group!.Entries.First(entry => entry.Key.Text == name.Text).Key.Place.Line));
            else
                links.Add(name.Text, Link(name, value, issues));
        return [.. links.Values.OfType<LinkDraft>()];
    }

    /// <summary>The validity, or null.</summary>
    public static ValidityDraft? Validity(YamlNode.Mapping? group, IssueList issues)
    {
        if (group is null)
            return null;
        var fields = new Fields(group, ValidityKeys, issues);
        var to = fields.Text("to");
        return fields.Required("from", group.Place, "from: valid_from") is { } from ? new(from, to) : null;
    }

    private static LinkDraft? Link(YamlNode.Scalar name, YamlNode value, IssueList issues)
    {
        DefinitionName.Check(name, isColumn: true, issues);
        if (value is not YamlNode.Mapping mapping)
        {
            issues.Add(name.Place, "catalog.not-group", ("key", name.Text));
            return null;
        }
        var before = issues.Errors;
        var fields = new Fields(mapping, LinkKeys, issues);
        var to = fields.Required("to", name.Place, "to: listings");
        var at = fields.Text("at");
        var on = fields.Group("on");
        if (!fields.Has("on") || on is { Entries.IsEmpty: true })
            issues.Add(name.Place, "catalog.missing-key", ("key", "on"), ("example", "on: { listing_id: listing_id }"));
        var pairs = ImmutableArray.CreateBuilder<(YamlNode.Scalar, YamlNode.Scalar)>();
        foreach (var (here, there) in on?.Entries ?? [])
            if (there is YamlNode.Scalar { IsNothing: false } column)
                pairs.Add((here, column));
            else
                issues.Add(here.Place, "catalog.empty", ("key", here.Text));
        return issues.Errors == before ? new(name, to!, pairs.ToImmutable(), at) : null;
    }
}
