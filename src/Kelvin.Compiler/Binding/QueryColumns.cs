using System.Collections.Immutable;
using Kelvin.Compiler.Planning;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>The columns that an answer will have: each name once, and only these can be sorted by.</summary>
internal static class QueryColumns
{
    /// <summary>Adds an issue for every name that stands for two columns, and for every unknown one that is sorted by.</summary>
    public static void Require(
        MetricQuery query, ImmutableArray<BoundMetric> metrics, ImmutableArray<BoundDimension> dimensions, ImmutableArray<Issue>.Builder issues)
    {
        string[] values = [.. metrics.SelectMany(metric => ColumnsOf(metric.Metric.Name))];
        string[] taken = [PlanNode.PeriodColumn, PlanNode.FilledColumn, .. query.FurtherGrains.IsEmpty ? [] : query.Grains.Select(grain => grain.Name), .. values];
        foreach (var name in dimensions.Select(dimension => dimension.Name).Where(name => taken.Contains(name, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal))
            issues.Add("query.dimension-is-column", ("name", name));
        var names = metrics.Select(metric => metric.Metric.Name).Concat(dimensions.Select(dimension => dimension.Name));
        foreach (var name in names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1 && !taken.Except(values).Contains(same.Key)))
            if (!issues.Any(issue => issue.Code == "query.dimension-is-column"))
                issues.Add("query.column-twice", ("name", name.Key));
        // By the names as asked: one that was not found has its own issue, and may well be sorted by.
        var asked = query.Metrics.Select(written => NamedFormula.Read(written).Name).ToArray();
        string[] sortable =
        [
            .. query.Compare is null ? asked : asked.SelectMany(name => (string[])[name, Planner.ComparedColumn(name), Planner.ChangeColumn(name)]),
            .. query.Shares ? asked.Select(Planner.ShareColumn) : [],
            .. query.Ranks ? asked.Select(Planner.RankColumn) : [],
            .. query.By.Select(written => NamedFormula.Read(written).Name),
            .. query.Grain is null ? [] : (string[])[PlanNode.PeriodColumn],
        ];
        foreach (var key in query.Order.Where(key => !sortable.Contains(key.Column, StringComparer.Ordinal)))
            issues.Add("query.unknown-sort", ("name", key.Column), ("known", string.Join(", ", sortable)));
    }

    private static IEnumerable<string> ColumnsOf(string metric) =>
        [metric, Planner.ComparedColumn(metric), Planner.ChangeColumn(metric), Planner.ShareColumn(metric), Planner.RankColumn(metric)];
}
