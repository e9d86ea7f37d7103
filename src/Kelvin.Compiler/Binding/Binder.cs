using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>First stage: resolves a question's names against the catalog and applies the asker's rights.</summary>
public static class Binder
{
    private const int MostDimensions = 8;

    /// <summary>The bound question, or every issue with it.</summary>
    /// <param name="query">The question.</param>
    /// <param name="catalog">The definitions.</param>
    /// <param name="rowFilters">Per dataset a condition, in the formula language, that the asker's rights put on its rows.</param>
    public static Checked<BoundQuery> Bind(
        MetricQuery query, MetricCatalog catalog, IReadOnlyDictionary<string, string> rowFilters)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var binder = new MetricBinder(catalog, new AskedAxes(catalog, issues).Read(query.Time));
        var names = new QueryNames(catalog);
        var metrics = new AskedMetrics(catalog, binder, issues).Find(query.Metrics);
        var rows = query.Metrics.IsEmpty ? RowsWithoutMetric(query, new CombinationSource(catalog, binder, names), issues) : null;
        // What nothing leads to has no place in time either.
        if (query.Unlinked && rows is not null)
            rows = rows with { Axis = null };
        var zone = Zone(query, catalog, issues);
        var calendar = catalog.CalendarIn(zone);
        query = WithKnownGrains(query, calendar, issues);
        var range = issues.Keep(RangeText.Parse(query.Range, calendar));
        var comparison = query.Compare is null ? null : issues.Keep(Comparison.Parse(query.Compare));
        var top = query.Top is null ? null : issues.Keep(TopGroups.Parse(query.Top));
        RequireSense(query, issues);
        RequireAxes(query, range, metrics, issues);
        var asksForTime = query.Grain is not null || range is not (null or RangeExpression.Everything);
        if (query.Unlinked && (!query.Metrics.IsEmpty || asksForTime))
            issues.Add("query.unlinked-only");
        else if (rows is { Axis: null } && asksForTime)
            issues.Add("query.combinations-without-time", ("dataset", rows.Dataset));
        ImmutableArray<RowSource> sources =
            [.. metrics.SelectMany(metric => metric.Expression.Measures()).Concat(rows is null ? [] : [rows]).Select(measure => measure.Source).Distinct()];
        var dimensions = Dimensions(query, sources, names, issues);
        var rights = Rights(catalog, names, rowFilters, issues);
        var filters = Filters(query, sources, names, rights, issues);
        QueryColumns.Require(query, metrics, dimensions, issues);
        if (issues.Count > 0)
            return Checked<BoundQuery>.Faulty(issues.ToImmutable());
        RequireMovableTime(metrics, dimensions, filters, issues);
        RequireRanking(query, top, catalog, metrics, dimensions, issues);
        return Checked<BoundQuery>.From(
            new BoundQuery
            {
                Query = query,
                Catalog = catalog,
                Metrics = metrics,
                Rows = rows,
                Dimensions = dimensions,
                Filters = filters,
                Rights = rights,
                Calendar = calendar,
                Range = range!,
                Comparison = comparison,
                Top = top,
            },
            issues.ToImmutable());
    }

    private static Measure? RowsWithoutMetric(MetricQuery query, CombinationSource source, ImmutableArray<Issue>.Builder issues)
    {
        if (!query.By.IsEmpty)
            return source.Find(query, issues);
        issues.Add("query.no-metric");
        return null;
    }

    private static TimeZoneInfo Zone(MetricQuery query, MetricCatalog catalog, ImmutableArray<Issue>.Builder issues)
    {
        if (query.Zone is null)
            return catalog.Settings.Zone;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(query.Zone, out var zone))
            return zone;
        issues.Add("query.unknown-zone", ("zone", query.Zone));
        return catalog.Settings.Zone;
    }

    /// <summary>The question with grains under the names by which the calendar knows them.</summary>
    private static MetricQuery WithKnownGrains(MetricQuery query, Calendar calendar, ImmutableArray<Issue>.Builder issues)
    {
        foreach (var asked in query.Grains.Where(asked => calendar.Find(asked.Name) is null))
            issues.Add("calendar.grain-unknown", ("written", asked.Name), ("nearest", NearestName.Of(asked.Name, calendar.Names)), ("known", string.Join(", ", calendar.Names)));
        return query with
        {
            Grain = query.Grain is { } grain ? calendar.Find(grain.Name) : null,
            FurtherGrains = [.. query.FurtherGrains.Select(further => calendar.Find(further.Name)).OfType<Grain>()],
        };
    }

    private static void RequireSense(MetricQuery query, ImmutableArray<Issue>.Builder issues)
    {
        if (query.Limit is < 1)
            issues.Add("query.limit", ("limit", query.Limit));
        if (query.Fill && query.Grain is null)
            issues.Add("query.fill-needs-grain");
        if (query.Grain is null && !query.FurtherGrains.IsEmpty)
            issues.Add("query.further-grain-needs-grain");
        if (query.Metrics.IsEmpty && (query.Compare is not null || query.Fill || query.Shares || query.Ranks))
            issues.Add("query.combinations-only");
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
                issues.Add("query.no-time-axis", ("metric", metric.Metric.Name), ("dataset", timeless));
            if (query.Grains.FirstOrDefault(grain => grain.IsWithinDay) is { IsWithinDay: true } grain
                && metric.Expression.Measures().FirstOrDefault(measure => measure.Axis is { IsInstant: false }) is { } daily)
                issues.Add("query.grain-finer-than-axis", ("metric", metric.Metric.Name), ("column", $"{daily.Dataset}.{daily.Axis}"), ("grain", grain.Name));
            foreach (var reduced in metric.Expression.Reductions().Where(reduced => reduced.Per.IsWithinDay))
                if (reduced.Inner.Measures().FirstOrDefault(measure => measure.Axis is { IsInstant: false }) is { } coarse)
                    issues.Add("query.grain-finer-than-axis", ("metric", metric.Metric.Name), ("column", $"{coarse.Dataset}.{coarse.Axis}"), ("grain", reduced.Per.Name));
        }
    }

    private static ImmutableArray<BoundDimension> Dimensions(
        MetricQuery query, ImmutableArray<RowSource> sources, QueryNames names, ImmutableArray<Issue>.Builder issues)
    {
        if (query.By.Length > MostDimensions)
            issues.Add("query.too-many-dimensions", ("most", MostDimensions));
        return sources.IsEmpty ? [] : [.. query.By.Distinct(StringComparer.Ordinal).Select(name => names.Dimension(name, sources, issues)).OfType<BoundDimension>()];
    }

    private static ImmutableSortedDictionary<string, RowExpression> Rights(
        MetricCatalog catalog, QueryNames names, IReadOnlyDictionary<string, string> rowFilters, ImmutableArray<Issue>.Builder issues)
    {
        var rights = ImmutableSortedDictionary.CreateBuilder<string, RowExpression>(StringComparer.Ordinal);
        foreach (var (dataset, rule) in rowFilters)
            if (catalog.Datasets.ContainsKey(dataset) && names.Condition(rule, new RowSource(dataset, null), issues) is { } allowed)
                rights[dataset] = allowed;
        return rights.ToImmutable();
    }

    private static ImmutableDictionary<RowSource, RowExpression> Filters(
        MetricQuery query, ImmutableArray<RowSource> sources, QueryNames names,
        ImmutableSortedDictionary<string, RowExpression> rights, ImmutableArray<Issue>.Builder issues)
    {
        var filters = ImmutableDictionary.CreateBuilder<RowSource, RowExpression>();
        foreach (var source in sources)
        {
            var asked = query.Where is null ? null : names.Condition(query.Where, source, issues);
            // Where all sides of a link are kept, each side is only what the asker may see, before they are put together.
            var allowed = query.Unlinked ? null : rights.GetValueOrDefault(source.Dataset);
            if (asked is not null && allowed is not null)
                filters[source] = new RowExpression.Call(RowFunction.And, [asked, allowed], DataType.Boolean);
            else if ((asked ?? allowed) is { } only)
                filters[source] = only;
        }
        return filters.ToImmutable();
    }

    private static void RequireRanking(
        MetricQuery query, TopGroups? top, MetricCatalog catalog, ImmutableArray<BoundMetric> metrics, ImmutableArray<BoundDimension> dimensions,
        ImmutableArray<Issue>.Builder issues)
    {
        if (top is not null && dimensions.All(dimension => dimension.Name != TopDimension.NameOf(query, top)))
            issues.Add("query.top-dimension", ("name", TopDimension.NameOf(query, top)), ("known", string.Join(", ", dimensions.Select(dimension => dimension.Name))));
        if (query.Shares)
            foreach (var metric in metrics.Where(metric => !Additivity.IsPartOfWhole(metric.Metric, catalog)))
                issues.Add("query.no-share", ("metric", metric.Metric.Name));
        if ((query.Shares || query.Ranks) && dimensions.IsEmpty)
            issues.Add("query.ranking-needs-dimension");
    }

    /// <summary>Parts of time by which a question breaks down or filters move along where a metric looks back, if they can.</summary>
    private static void RequireMovableTime(
        ImmutableArray<BoundMetric> metrics, ImmutableArray<BoundDimension> dimensions,
        ImmutableDictionary<RowSource, RowExpression> filters, ImmutableArray<Issue>.Builder issues)
    {
        foreach (var metric in metrics)
            foreach (var (measure, path) in metric.Expression.Placed([]))
            {
                var stuck = dimensions.FirstOrDefault(dimension => AxisMoves.Along(dimension.Values[measure.Source], measure.Axis, path) is null)?.Name;
                if (stuck is null && filters.TryGetValue(measure.Source, out var filter) && AxisMoves.Along(filter, measure.Axis, path) is null)
                    stuck = ExpressionText.Of(filter);
                if (stuck is null)
                    continue;
                issues.Add("query.time-under-window", ("metric", metric.Metric.Name), ("name", stuck), ("window", string.Join(", ", path.Select(ExpressionText.Of))));
                break;
            }
    }
}
