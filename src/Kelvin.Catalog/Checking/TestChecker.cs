using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Gives the rows of a test the types of their dataset.</summary>
internal sealed class TestChecker(
    WorkspaceSettings settings, IReadOnlyDictionary<string, Dataset> datasets, IReadOnlyDictionary<string, Metric> metrics,
    FaultyNames faulty, IssueList issues)
{
    /// <summary>The test, or null after an issue.</summary>
    public MetricTest? Check(TestDraft draft)
    {
        if (draft.IsFaulty || draft.Query is null || DependsOnFaulty(draft))
            return null;
        var before = issues.Errors;
        foreach (var metric in draft.Metrics.Where(metric => IsName(metric.Text) && !metrics.ContainsKey(metric.Text)))
            issues.Add(metric.Place, "catalog.unknown-metric",
                ("metric", metric.Text), ("nearest", NearestName.Of(metric.Text, metrics.Keys)));
        ImmutableArray<MetricTestTable> tables = [.. (draft.Rows?.Entries ?? []).Select(Table).OfType<MetricTestTable>()];
        ImmutableArray<ImmutableSortedDictionary<string, object?>> expected = [.. draft.Expected.Select(Expected)];
        var (now, rights) = (Now(draft.Now), Rights(draft.Rights));
        return issues.Errors > before
            ? null
            : new(draft.Name, tables, draft.Query, expected)
            {
                ExpectedIssues = draft.ExpectedIssues,
                Now = now,
                Rights = rights,
                Pack = draft.Pack,
                Place = draft.Place,
            };
    }

    /// <summary>What is no name is a formula, which is checked when the test runs.</summary>
    private static bool IsName(string text) => text.All(sign => char.IsLetterOrDigit(sign) || sign == '_');

    private bool DependsOnFaulty(TestDraft draft)
    {
        var cause = draft.Metrics.Select(metric => metric.Text).FirstOrDefault(faulty.Metrics.Contains)
            ?? (draft.Rows?.Entries ?? []).Select(entry => entry.Key.Text).FirstOrDefault(faulty.Datasets.Contains);
        if (cause is not null)
            issues.Add(draft.Place, "catalog.depends", ("name", draft.Name), ("on", cause));
        return cause is not null;
    }

    private MetricTestTable? Table(YamlEntry entry)
    {
        if (!datasets.TryGetValue(entry.Key.Text, out var dataset))
            issues.Add(entry.Key.Place, "catalog.unknown-dataset",
                ("dataset", entry.Key.Text), ("nearest", NearestName.Of(entry.Key.Text, datasets.Keys)));
        else if (entry.Value is not YamlNode.Sequence sequence || sequence.Items.Any(item => item is not YamlNode.Mapping))
            issues.Add(entry.Key.Place, "catalog.not-rows", ("key", entry.Key.Text));
        else
        {
            var rows = sequence.Items.Cast<YamlNode.Mapping>().Select(row => Row(dataset, row)).ToList();
            ImmutableArray<string> columns =
                [.. dataset.Columns.Select(column => column.Name).Where(name => rows.Any(row => row.ContainsKey(name)))];
            return new(dataset.Name, columns,
                [.. rows.Select(row => columns.Select(column => row.GetValueOrDefault(column)).ToImmutableArray())]);
        }
        return null;
    }

    private Dictionary<string, object?> Row(Dataset dataset, YamlNode.Mapping row)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in row.Entries)
            if (dataset.Find(key.Text) is not { } column)
                issues.Add(key.Place, "catalog.unknown-column", ("column", key.Text), ("dataset", dataset.Name),
                    ("nearest", NearestName.Of(key.Text, dataset.Columns.Where(known => known.IsStored).Select(known => known.Name))));
            else if (!column.IsStored)
                issues.Add(key.Place, "catalog.computed-in-test", ("column", key.Text));
            else
                values[key.Text] = Value(column, key, value);
        return values;
    }

    private object? Value(Column column, YamlNode.Scalar key, YamlNode value)
    {
        if (value is YamlNode.Scalar { IsNothing: true })
            return null;
        if (value is YamlNode.Scalar scalar && ValueText.Read(scalar.Text.Trim(), column, settings.Zone) is { } read)
            return read;
        issues.Add(value.Place, "catalog.value-" + column.Type.Kind.ToString().ToLowerInvariant(),
            ("column", key.Text), ("value", (value as YamlNode.Scalar)?.Text ?? ""));
        return null;
    }

    private DateTimeOffset? Now(YamlNode.Scalar? written)
    {
        if (written is null)
            return null;
        if (ValueText.Instant(written.Text.Trim(), settings.Zone) is { } moment)
            return moment;
        issues.Add(written.Place, "catalog.value-timestamp", ("column", "now"), ("value", written.Text));
        return null;
    }

    private ImmutableSortedDictionary<string, string> Rights(YamlNode.Mapping? written)
    {
        var rights = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (dataset, condition) in written?.Entries ?? [])
            if (!datasets.ContainsKey(dataset.Text))
                issues.Add(dataset.Place, "catalog.unknown-dataset",
                    ("dataset", dataset.Text), ("nearest", NearestName.Of(dataset.Text, datasets.Keys)));
            else if (condition is not YamlNode.Scalar { IsNothing: false } text)
                issues.Add(dataset.Place, "catalog.not-text", ("key", dataset.Text));
            else
                rights[dataset.Text] = text.Text;
        return rights.ToImmutable();
    }

    private ImmutableSortedDictionary<string, object?> Expected(YamlNode.Mapping row)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in row.Entries)
            if (value is not YamlNode.Scalar scalar)
                issues.Add(key.Place, "catalog.not-text", ("key", key.Text));
            else if (!values.TryAdd(key.Text, Answer(scalar)))
                issues.Add(key.Place, "catalog.duplicate-key", ("key", key.Text), ("line", row.Place.Line));
        return values.ToImmutable();
    }

    private static object? Answer(YamlNode.Scalar scalar) =>
        scalar.IsNothing ? null
        : scalar.IsPlain && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : scalar.Text;
}
