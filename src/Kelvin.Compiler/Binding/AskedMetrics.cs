using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>Finds the metrics of a question: defined ones by name, others by the formula that the question brings.</summary>
internal sealed class AskedMetrics(MetricCatalog catalog, MetricBinder binder, ImmutableArray<Issue>.Builder issues)
{
    private const int MostMetrics = 100;
    private const int MostNamesShown = 12;

    private readonly CatalogScope _scope = new(catalog);

    /// <summary>The metrics that could be found, in the order asked.</summary>
    public ImmutableArray<BoundMetric> Find(ImmutableArray<string> asked)
    {
        if (asked.Length > MostMetrics)
            issues.Add("query.too-many-metrics", ("most", MostMetrics));
        var found = ImmutableArray.CreateBuilder<BoundMetric>();
        foreach (var written in asked.Distinct(StringComparer.Ordinal))
            if (Find(written) is { } metric)
                found.Add(binder.Bind(metric));
        return found.ToImmutable();
    }

    private Metric? Find(string written)
    {
        if (catalog.Metrics.TryGetValue(written, out var metric))
            return metric;
        var (text, name) = NamedFormula.Read(written);
        var parsed = FormulaParser.Parse(text);
        if (parsed.Value is Formula.Name { Parts: [var only] })
            return Named(only, name);
        return issues.Keep(parsed.Then(formula => FormulaChecker.CheckMetric(formula, _scope))) is { } expression ? Brought(name, text, expression) : null;
    }

    private Metric? Named(string defined, string name)
    {
        if (catalog.Metrics.TryGetValue(defined, out var metric))
            return metric with { Name = name };
        issues.Add("query.unknown-metric",
            ("name", defined), ("nearest", NearestName.Of(defined, catalog.Metrics.Keys)), ("known", Some(catalog.Metrics.Keys)));
        return null;
    }

    /// <summary>A metric seen over another window is good and bad as the metric is; of other formulas that is not known.</summary>
    private Metric Brought(string name, string text, MetricExpression expression)
    {
        var seen = expression;
        while (seen is MetricExpression.InTime inTime)
            seen = inTime.Of;
        var of = seen is MetricExpression.Reference reference ? catalog.Metrics[reference.Metric] : null;
        return new Metric(name, LocalText.Same(name), text, expression)
        {
            Better = of?.Better ?? Direction.None,
            Grain = of?.Grain ?? Calendars.Grain.Day,
            Version = Metric.Unversioned,
        };
    }

    private static string? Some(IEnumerable<string> names)
    {
        var first = names.Take(MostNamesShown + 1).ToArray();
        return first.Length == 0 ? null : string.Join(", ", first.Take(MostNamesShown)) + (first.Length > MostNamesShown ? " …" : "");
    }
}
