using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>
/// Checks <c>metric(bookings by listing_id)</c>: every dataset that the metric reads must lead to the same as the path of the
/// row does, by the path as written or by the only shortest chain of links.
/// </summary>
internal sealed class MetricOfRow(Findings findings, DatasetSymbol rows)
{
    public RowExpression? Check(Formula.MetricOf written)
    {
        var metric = Metric(written.Metric);
        if (KeyPath.Of(written.By, rows, findings) is not { } here || metric is null)
            return null;
        if (metric.NeedsPeriods)
        {
            findings.Report(written.Metric, "formula.metric-of-row-in-time", ("metric", metric.Name));
            return null;
        }
        ImmutableArray<RowExpression.RowsBy?> there = [.. metric.Datasets.Select(dataset => There(written, metric, findings.Scope.Dataset(dataset)!, here))];
        return there.Contains(null) ? null : new RowExpression.MetricOf(metric.Name, here.Values, there!, DataType.Number(metric.Unit!));
    }

    private MetricSymbol? Metric(Formula.Name name)
    {
        var found = name.Parts.Length == 1 ? findings.Scope.Metric(name.Parts[0]) : null;
        if (found is { Unit: not null })
            return found;
        if (found is not null)
            findings.Report(name, "formula.faulty-metric", ("name", found.Name));
        else
            findings.Report(name, "formula.unknown-metric", ("name", Written.Of(name)), ("nearest", Written.Nearest(name.Parts[0], findings.Scope.MetricNames)));
        return null;
    }

    private RowExpression.RowsBy? There(Formula.MetricOf written, MetricSymbol metric, DatasetSymbol dataset, KeyPath here)
    {
        if (KeyPath.Of(written.By, dataset, new Findings(findings.Scope)) is { } same && same.MeansTheSameAs(here))
            return new RowExpression.RowsBy(dataset.Name, same.Values);
        var ways = LinkPaths.Shortest(dataset, here.Dataset.Name, findings.Scope);
        if (ways is [var way])
            return new NameResolution(findings, dataset, null).IsDatedSoundly(written.By, way)
                ? new RowExpression.RowsBy(dataset.Name, KeyPath.To(here.Dataset, here.Columns, way, dataset, findings.Scope).Values)
                : null;
        findings.Report(
            written.By, ways.IsEmpty ? "formula.metric-not-by" : "formula.metric-by-several",
            ("metric", metric.Name), ("dataset", dataset.Name), ("by", Written.Of(written.By)), ("to", here.Dataset.Name),
            ("links", Alternatives.All(ways.Select(one => string.Join('.', one)))));
        return null;
    }
}
