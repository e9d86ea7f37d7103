using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>Reads the measures and metrics that a metric uses, written as a name or as a group.</summary>
internal static class MetricInputReader
{
    public static MeasureInput? Measure(NodeFields fields, string key)
    {
        if (fields.Node(key) is DocumentNode.Scalar name)
            return new MeasureInput(name.Text, [], name.Place);
        if (fields.Group(key) is not { } group || group.Text("name") is not { } measure)
            return null;
        var input = new MeasureInput(measure, Filters(group), group.Place)
        {
            JoinsToTimeSpine = group.IsTrue("join_to_timespine"),
            FillNullsWith = group.Number("fill_nulls_with"),
        };
        // A measure's alias names it inside dbt's own statement only.
        group.Ignore("alias").ReportUnread();
        return input;
    }

    public static MetricInput? Metric(NodeFields fields, string key, ICollection<Issue> issues) =>
        fields.Node(key) is { } node ? Metric(node, issues) : null;

    public static ImmutableArray<MetricInput> Metrics(NodeFields fields, string key, ICollection<Issue> issues) =>
        [.. fields.Items(key).Select(item => Metric(item, issues)).OfType<MetricInput>()];

    /// <summary>Conditions: one, a list of them, or dbt's own form for its manifest.</summary>
    public static ImmutableArray<DbtText> Filters(NodeFields fields, string key = "filter")
    {
        if (fields.Group(key) is { } group)
            return [.. group.Groups("where_filters").SelectMany(one => Filters(one, "where_sql_template"))];
        return [.. fields.Items(key).OfType<DocumentNode.Scalar>().Where(text => !string.IsNullOrWhiteSpace(text.Text)).Select(text => new DbtText(text.Text.Trim(), text.Place))];
    }

    /// <summary>A length of time: <c>14 days</c>, or a group with a count and a granularity.</summary>
    public static TimeLength? Length(NodeFields fields, string key, ICollection<Issue> issues)
    {
        var (count, grain) = fields.Group(key) is { } group
            ? (group.Text("count"), group.Word("granularity"))
            : fields.Text(key)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, var word] ? (number, word.ToLowerInvariant()) : default;
        if (grain is not null && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return new TimeLength(length, Singular(grain));
        if (fields.Has(key))
            issues.Add(Issue.At(fields.PlaceOf(key), "interchange.dbt-length", ("key", key)).AsWarning());
        return null;
    }

    private static MetricInput? Metric(DocumentNode node, ICollection<Issue> issues)
    {
        if (node is DocumentNode.Scalar name)
            return new MetricInput(name.Text, [], name.Place);
        if (node is not DocumentNode.Mapping mapping || new NodeFields(mapping, issues) is not { } fields || fields.Text("name") is not { } metric)
            return null;
        var input = new MetricInput(metric, Filters(fields), fields.Place)
        {
            Alias = fields.Text("alias"),
            OffsetWindow = Length(fields, "offset_window", issues),
            OffsetToGrain = fields.Word("offset_to_grain"),
        };
        fields.ReportUnread();
        return input;
    }

    private static string Singular(string grain) => grain.EndsWith('s') ? grain[..^1] : grain;
}
