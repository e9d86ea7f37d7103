using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Expectations;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads what is expected of a dataset: its <c>expects:</c>, or a document of its own.</summary>
internal static class ExpectationReader
{
    private static readonly string[] Keys = ["fresh", "grace", "newest", "owner", "checks"];

    /// <summary>Reads a document of its own, <c>expectations: orders</c>.</summary>
    public static ExpectationsDraft Read(YamlNode.Mapping document, YamlNode.Scalar name, string? pack, Vocabulary<Grain> grains, IssueList issues) =>
        new(name.Text, name.Place, pack, false, Read(new Fields(document, ["expectations", .. Keys], issues), name.Place, grains, issues));

    public static ExpectationDraft? Read(Fields dataset, Vocabulary<Grain> grains, IssueList issues) =>
        dataset.Group("expects") is { } group ? Read(new Fields(group, Keys, issues), dataset.PlaceOf("expects")!, grains, issues) : null;

    private static ExpectationDraft Read(Fields fields, Place place, Vocabulary<Grain> grains, IssueList issues) =>
        new(place, Fresh(fields, issues), Checks(fields, grains, issues), fields.Text("owner")?.Text);

    private static Freshness? Fresh(Fields fields, IssueList issues)
    {
        var written = fields.Text("fresh");
        var due = written is null ? null : FreshnessText.Read(written, issues);
        var grace = Length(fields, "grace", issues);
        var newest = Length(fields, "newest", issues);
        if (grace is not null && written is null)
            issues.Add(fields.PlaceOf("grace"), "trust.grace-alone");
        return due is null && newest is null ? null : new Freshness(due, grace ?? TimeSpan.Zero, newest);
    }

    private static TimeSpan? Length(Fields fields, string key, IssueList issues)
    {
        if (fields.Text(key) is not { } written)
            return null;
        if (FreshnessText.Length(written.Text) is { } length)
            return length;
        issues.Add(written.Place, "trust.length", ("key", key), ("value", written.Text));
        return null;
    }

    private static ImmutableArray<CheckDraft> Checks(Fields fields, Vocabulary<Grain> grains, IssueList issues) =>
        [.. fields.Groups("checks").Select(group => CheckReader.Read(group, grains, issues)).OfType<CheckDraft>()];
}
