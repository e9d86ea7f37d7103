using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Resolves names at the metric level, where a bare name is a metric.</summary>
internal sealed class MetricNames(Findings findings, string? defaultDataset)
{
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    /// <summary>The metric, or null and the issue that explains best what the name is instead.</summary>
    public MetricExpression? Resolve(Formula.Name name)
    {
        var word = name.Parts[0];
        if (name.Parts.Length == 1 && findings.Scope.Metric(word) is { } metric)
            return Reference(name, metric);
        if (name.Parts.Length == 1 && findings.Scope.Dataset(word) is not null)
            findings.Report(name, "formula.dataset-in-metric", ("name", word));
        else if (ColumnOf(name) is var (written, column))
            ReportColumn(name, written, column);
        else
            findings.Report(
                name, "formula.unknown-metric", ("name", Written.Of(name)),
                ("nearest", Written.Nearest(word, findings.Scope.MetricNames)), ("like", Like(word)));
        return null;
    }

    private MetricExpression.Reference? Reference(Formula.Name name, MetricSymbol metric)
    {
        if (metric.Unit is not null)
            return new MetricExpression.Reference(metric.Name, metric.Unit);
        if (_faulty.Add(metric.Name))
            findings.Report(name, "formula.faulty-metric", ("name", metric.Name));
        return null;
    }

    /// <summary>The column that a name would be at the row level, and how it is written so that its dataset is known.</summary>
    private (string Written, ColumnSymbol Column)? ColumnOf(Formula.Name name)
    {
        var own = defaultDataset is null ? null : findings.Scope.Dataset(defaultDataset);
        if (own is not null && new NameResolution(new Findings(findings.Scope), own, null).Resolve(name) is { } found)
            return (Written.Of(name), found.Column);
        if (name.Parts.Length > 1)
            return findings.Scope.Dataset(name.Parts[0]) is { } dataset && new NameResolution(new Findings(findings.Scope), dataset, null).Resolve(name) is { } there
                ? (Written.Of(name), there.Column)
                : null;
        return findings.Scope.DatasetNames
            .Select(candidate => (Name: candidate, Column: findings.Scope.Dataset(candidate)?.Find(name.Parts[0])))
            .Where(candidate => candidate.Column is not null)
            .Select(candidate => ((string, ColumnSymbol)?)($"{Syntax.Words.Name(candidate.Name)}.{Written.Of(name)}", candidate.Column!))
            .FirstOrDefault();
    }

    private void ReportColumn(Formula.Name name, string written, ColumnSymbol column)
    {
        var aggregate = column.Type.Kind switch
        {
            ValueKind.Number => $"sum({written})",
            ValueKind.Boolean when (defaultDataset ?? written.Split('.')[0]) is var rows => $"count({rows} where {written})",
            _ => $"distinct({written})",
        };
        findings.Report(name, "formula.column-in-metric", ("name", Written.Of(name)), ("aggregate", aggregate));
    }

    /// <summary>Metrics whose names hold the written word, for names that are not just misspelt.</summary>
    private Alternatives? Like(string word) =>
        word.Length < 3 ? null
        : Alternatives.Of(findings.Scope.MetricNames.Where(metric => metric.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(3));
}
