using System.Collections.Immutable;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks the <c>time:</c> of a metric: a dataset, then the way to a date or timestamp.</summary>
internal sealed class MetricTimeAxes(
    WorkingScope scope, NameChoice<DatasetDraft> datasets, FaultyNames faulty, Trouble trouble, IssueList issues)
{
    public ImmutableSortedDictionary<string, ColumnPath> Of(MetricDraft draft)
    {
        var axes = ImmutableSortedDictionary.CreateBuilder<string, ColumnPath>(StringComparer.Ordinal);
        foreach (var written in draft.Time)
        {
            var parts = written.Text.Split('.', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length == 0)
                issues.Add(written.Place, "catalog.time-form", ("value", written.Text), ("suggestion", Suggestion(written.Text)));
            else if (Axis(draft, written, parts[0], parts[1]) is { } path && !axes.TryAdd(parts[0], path))
                issues.Add(written.Place, "catalog.time-twice", ("dataset", parts[0]));
        }
        return axes.ToImmutable();
    }

    private ColumnPath? Axis(MetricDraft draft, YamlNode.Scalar written, string dataset, string path)
    {
        var name = new Formula.Name([dataset, .. path.Split('.')]);
        if (scope.Dataset(dataset) is not { } rows)
        {
            if (faulty.Datasets.Contains(dataset))
                issues.Add(draft.Place, "catalog.depends", ("name", draft.Name), ("on", dataset));
            else
                issues.Add(written.PlaceOf(0, dataset.Length), "catalog.unknown-dataset",
                    ("dataset", dataset), ("nearest", NearestName.Of(dataset, datasets.Sound.Keys)));
            return null;
        }
        var resolved = ColumnResolver.Resolve(path, rows, scope);
        if (!resolved.IsSound)
            trouble.Report(draft.Name, draft.Place, draft.Pack, name, dataset,
                [.. resolved.Issues.Select(issue => issue with { Place = written.Place })]);
        else if (resolved.Value.Type.Kind is not (ValueKind.Date or ValueKind.Timestamp))
            issues.Add(written.Place, "catalog.time-kind", ("column", written.Text));
        else
            return resolved.Value.Path;
        return null;
    }

    /// <summary>Where a bare column belongs to exactly one dataset, the full name.</summary>
    private string? Suggestion(string column)
    {
        var having = datasets.Sound.Values.Where(dataset => dataset.Columns.Any(candidate => candidate.Name == column)).Take(2).ToList();
        return having is [var only] ? $"{only.Name}.{column}" : null;
    }
}
