using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Catalog;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>First stage: resolves a question's names against the catalog and applies the asker's rights.</summary>
public static class Binder
{
    private const int MostMetrics = 100;
    private const int MostDimensions = 8;
    private const int MostNamesShown = 12;

    /// <summary>The bound question, or every issue with it.</summary>
    /// <param name="query">The question.</param>
    /// <param name="catalog">The definitions.</param>
    /// <param name="rowFilters">Per dataset a condition, in the formula language, that the asker's rights put on its rows.</param>
    public static Checked<BoundQuery> Bind(
        MetricQuery query, MetricCatalog catalog, IReadOnlyDictionary<string, string> rowFilters)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var metrics = Metrics(query, catalog, issues);
        var zone = Zone(query, catalog, issues);
        var range = issues.Keep(RangeText.Parse(query.Range));
        var comparison = query.Compare is null ? null : issues.Keep(Comparison.Parse(query.Compare));
        if (query.Limit is < 1)
            issues.Add(Issue.At(null, "query.limit", ("limit", query.Limit)));
        if (query.Fill && query.Grain is null)
            issues.Add(Issue.At(null, "query.fill-needs-grain"));
        var datasets = metrics.SelectMany(metric => metric.Expression.Measures()).Select(measure => measure.Dataset)
            .Distinct(StringComparer.Ordinal).Select(name => catalog.Datasets[name]).ToImmutableArray();
        RequireAxes(query, range, metrics, issues);
        var names = new QueryNames(catalog);
        var dimensions = Dimensions(query, datasets, names, issues);
        var rights = Rights(catalog, names, rowFilters, issues);
        var filters = Filters(query, datasets, names, rights, issues);
        RequireDistinctColumns(query, issues);
        RequireSortColumns(query, issues);
        if (issues.Count > 0)
            return Checked<BoundQuery>.Faulty(issues.ToImmutable());
        return Checked<BoundQuery>.Sound(new BoundQuery
        {
            Query = query,
            Catalog = catalog,
            Metrics = metrics,
            Dimensions = dimensions,
            Filters = filters,
            Rights = rights,
            Calendar = Calendar.Gregorian(zone, catalog.Settings.FiscalYearStart),
            Range = range!,
            Comparison = comparison,
        });
    }

    private static ImmutableArray<BoundMetric> Metrics(MetricQuery query, MetricCatalog catalog, ImmutableArray<Issue>.Builder issues)
    {
        if (query.Metrics.IsDefaultOrEmpty)
            issues.Add(Issue.At(null, "query.no-metric"));
        else if (query.Metrics.Length > MostMetrics)
            issues.Add(Issue.At(null, "query.too-many-metrics", ("most", MostMetrics)));
        var binder = new MetricBinder(catalog);
        var bound = ImmutableArray.CreateBuilder<BoundMetric>();
        foreach (var name in query.Metrics.IsDefault ? [] : query.Metrics.Distinct(StringComparer.Ordinal))
        {
            if (catalog.Metrics.TryGetValue(name, out var metric))
                bound.Add(binder.Bind(metric));
            else
                issues.Add(Issue.At(null, "query.unknown-metric", ("name", name), ("nearest", NearestName.Of(name, catalog.Metrics.Keys)), ("known", Some(catalog.Metrics.Keys))));
        }
        return bound.ToImmutable();
    }

    private static string? Some(IEnumerable<string> names)
    {
        var first = names.Take(MostNamesShown + 1).ToArray();
        return first.Length == 0 ? null : string.Join(", ", first.Take(MostNamesShown)) + (first.Length > MostNamesShown ? " …" : "");
    }

    private static TimeZoneInfo Zone(MetricQuery query, MetricCatalog catalog, ImmutableArray<Issue>.Builder issues)
    {
        if (query.Zone is null)
            return catalog.Settings.Zone;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(query.Zone, out var zone))
            return zone;
        issues.Add(Issue.At(null, "query.unknown-zone", ("zone", query.Zone)));
        return catalog.Settings.Zone;
    }

    /// <summary>A question with periods or a bounded range needs every row to have a place in time.</summary>
    private static void RequireAxes(
        MetricQuery query, RangeExpression? range, ImmutableArray<BoundMetric> metrics, ImmutableArray<Issue>.Builder issues)
    {
        foreach (var metric in metrics)
        {
            var timeless = metric.Expression.Measures().Where(measure => measure.Axis is null).Select(measure => measure.Dataset).FirstOrDefault();
            var asksForTime = query.Grain is not null || query.Compare is not null || range is not RangeExpression.Everything || metric.Expression.IsSeenInTime();
            if (timeless is not null && asksForTime)
                issues.Add(Issue.At(null, "query.no-time-axis", ("metric", metric.Metric.Name), ("dataset", timeless)));
            if (query.Grain is { IsWithinDay: true } grain
                && metric.Expression.Measures().FirstOrDefault(measure => measure.Axis is { IsInstant: false }) is { } daily)
                issues.Add(Issue.At(null, "query.grain-finer-than-axis", ("metric", metric.Metric.Name), ("column", $"{daily.Dataset}.{daily.Axis}"), ("grain", grain.Name)));
            foreach (var reduced in metric.Expression.Reductions().Where(reduced => reduced.Per.IsWithinDay))
                if (reduced.Inner.Measures().FirstOrDefault(measure => measure.Axis is { IsInstant: false }) is { } coarse)
                    issues.Add(Issue.At(null, "query.grain-finer-than-axis", ("metric", metric.Metric.Name), ("column", $"{coarse.Dataset}.{coarse.Axis}"), ("grain", reduced.Per.Name)));
        }
    }

    private static ImmutableArray<BoundDimension> Dimensions(
        MetricQuery query, ImmutableArray<Dataset> datasets, QueryNames names, ImmutableArray<Issue>.Builder issues)
    {
        if (query.By.IsDefaultOrEmpty)
            return [];
        if (query.By.Length > MostDimensions)
            issues.Add(Issue.At(null, "query.too-many-dimensions", ("most", MostDimensions)));
        return [.. query.By.Distinct(StringComparer.Ordinal).Select(name => names.Dimension(name, datasets, issues)).OfType<BoundDimension>()];
    }

    private static ImmutableSortedDictionary<string, RowExpression> Rights(
        MetricCatalog catalog, QueryNames names, IReadOnlyDictionary<string, string> rowFilters, ImmutableArray<Issue>.Builder issues)
    {
        var rights = ImmutableSortedDictionary.CreateBuilder<string, RowExpression>(StringComparer.Ordinal);
        foreach (var (dataset, rule) in rowFilters)
            if (catalog.Datasets.TryGetValue(dataset, out var restricted) && names.Condition(rule, restricted, issues) is { } allowed)
                rights[dataset] = allowed;
        return rights.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, RowExpression> Filters(
        MetricQuery query, ImmutableArray<Dataset> datasets, QueryNames names,
        ImmutableSortedDictionary<string, RowExpression> rights, ImmutableArray<Issue>.Builder issues)
    {
        var filters = ImmutableSortedDictionary.CreateBuilder<string, RowExpression>(StringComparer.Ordinal);
        foreach (var dataset in datasets)
        {
            var asked = query.Where is null ? null : names.Condition(query.Where, dataset, issues);
            var allowed = rights.GetValueOrDefault(dataset.Name);
            if (asked is not null && allowed is not null)
                filters[dataset.Name] = new RowExpression.Call(RowFunction.And, [asked, allowed], DataType.Boolean);
            else if ((asked ?? allowed) is { } only)
                filters[dataset.Name] = only;
        }
        return filters.ToImmutable();
    }

    /// <summary>Dimensions stand in the answer beside periods, marks of filling and metrics, under their names as asked.</summary>
    private static void RequireDistinctColumns(MetricQuery query, ImmutableArray<Issue>.Builder issues)
    {
        string[] taken = [PlanNode.PeriodColumn, PlanNode.FilledColumn, .. query.Metrics.IsDefault ? [] : query.Metrics.SelectMany(ColumnsOf)];
        foreach (var name in query.By.IsDefault ? [] : query.By.Intersect(taken, StringComparer.Ordinal))
            issues.Add(Issue.At(null, "query.dimension-is-column", ("name", name)));
    }

    private static IEnumerable<string> ColumnsOf(string metric) => [metric, Planner.ComparedColumn(metric), Planner.ChangeColumn(metric)];

    private static void RequireSortColumns(MetricQuery query, ImmutableArray<Issue>.Builder issues)
    {
        string[] columns = [.. query.Metrics.IsDefault ? [] : query.Compare is null ? query.Metrics : query.Metrics.SelectMany(ColumnsOf), .. query.By.IsDefault ? [] : query.By, .. query.Grain is null ? [] : (string[])[PlanNode.PeriodColumn]];
        foreach (var key in query.Order.IsDefault ? [] : query.Order)
            if (!columns.Contains(key.Column, StringComparer.Ordinal))
                issues.Add(Issue.At(null, "query.unknown-sort", ("name", key.Column), ("known", string.Join(", ", columns))));
    }

    private static T? Keep<T>(this ImmutableArray<Issue>.Builder issues, Checked<T> outcome)
        where T : class
    {
        issues.AddRange(outcome.Issues.Where(issue => issue.Severity == Severity.Error));
        return outcome.Value;
    }
}
