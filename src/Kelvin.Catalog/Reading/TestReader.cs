using Kelvin.Calendars;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads a <c>test:</c> document.</summary>
internal static class TestReader
{
    private static readonly string[] Keys = ["test", "rows", "query", "expect", "issues", "now", "rights"];
    private static readonly string[] QueryKeys = ["metrics", "grain", "time", "range", "by", "where", "compare", "fill", "top", "shares", "ranks", "unlinked", "zone", "order", "limit"];

    public static TestDraft Read(YamlNode.Mapping document, YamlNode.Scalar name, string? pack, Vocabulary<Grain> grains, IssueList issues)
    {
        var before = issues.Errors;
        var fields = new Fields(document, Keys, issues);
        var rows = fields.Group("rows");
        var expected = fields.Groups("expect");
        foreach (var (key, example) in new[] { ("query", "query: { metrics: [revenue] }"), ("expect", "expect:\n  - { revenue: 100 }") })
            if (!fields.Has(key) && !(key == "expect" && fields.Has("issues")))
                issues.Add(name.Place, "catalog.missing-key", ("key", key), ("example", example));
        var (query, metrics) = fields.Group("query") is { } group ? Query(group, grains, issues) : (null, []);
        var (refusals, now, rights) = (fields.List("issues"), fields.Text("now"), fields.Group("rights"));
        return new(name.Text, name.Place, pack, issues.Errors > before, rows, query, [.. metrics], expected)
        {
            ExpectedIssues = [.. refusals.Select(code => code.Text)],
            Now = now,
            Rights = rights,
        };
    }

    private static (MetricTestQuery, IReadOnlyList<YamlNode.Scalar>) Query(YamlNode.Mapping group, Vocabulary<Grain> grains, IssueList issues)
    {
        var fields = new Fields(group, QueryKeys, issues);
        var metrics = fields.List("metrics");
        if (!fields.Has("metrics") && !fields.Has("by"))
            issues.Add(group.Place, "catalog.missing-key", ("key", "metrics"), ("example", "metrics: [revenue]"));
        var asked = fields.List("grain").Select(word => fields.Word(word, "grain", Grain.Day, grains)).ToArray();
        var query = new MetricTestQuery([.. metrics.Select(metric => metric.Text)])
        {
            Grain = asked.Length == 0 ? null : asked[0],
            FurtherGrains = [.. asked.Skip(1)],
            Time = [.. fields.List("time").Select(column => column.Text)],
            Range = fields.Text("range")?.Text ?? "all",
            By = [.. fields.List("by").Select(dimension => dimension.Text)],
            Where = fields.Text("where")?.Text,
            Compare = fields.Text("compare")?.Text,
            Zone = fields.Text("zone")?.Text,
            Top = fields.Text("top")?.Text,
            Shares = fields.Truth("shares") ?? false,
            Ranks = fields.Truth("ranks") ?? false,
            Unlinked = fields.Truth("unlinked") ?? false,
            Order = [.. fields.List("order").Select(column => column.Text)],
            Limit = fields.Whole("limit", 1, int.MaxValue),
            Fill = fields.Truth("fill") ?? false,
        };
        return (query, metrics);
    }
}
