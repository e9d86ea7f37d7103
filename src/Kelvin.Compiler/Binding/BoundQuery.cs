using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>A question with every name resolved to its definition and the asker's rights applied; still relative in time.</summary>
public sealed record BoundQuery
{
    /// <summary>The question as put.</summary>
    public required MetricQuery Query { get; init; }

    /// <summary>The definitions it was resolved against.</summary>
    public required MetricCatalog Catalog { get; init; }

    /// <summary>The metrics, in the order asked.</summary>
    public required ImmutableArray<BoundMetric> Metrics { get; init; }

    /// <summary>Of a question without metrics, the rows whose combinations of dimensions are asked for.</summary>
    public Measure? Rows { get; init; }

    /// <summary>The dimensions, in the order asked.</summary>
    public required ImmutableArray<BoundDimension> Dimensions { get; init; }

    /// <summary>Which groups of a dimension are kept apart, or null.</summary>
    public TopGroups? Top { get; init; }

    /// <summary>Per source the condition that its rows must meet: what the asker filtered on, and what their rights allow.</summary>
    public required ImmutableDictionary<RowSource, RowExpression> Filters { get; init; }

    /// <summary>
    /// Per dataset the condition that the asker's rights put on its rows, whether the question reads it or not: it holds for
    /// rows that are rolled up, too.
    /// </summary>
    public required ImmutableSortedDictionary<string, RowExpression> Rights { get; init; }

    /// <summary>The calendar and zone that cut time.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The time asked about.</summary>
    public required RangeExpression Range { get; init; }

    /// <summary>What to compare with, or null.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>The measures of all metrics, each once, in order of appearance.</summary>
    public IEnumerable<Measure> Measures => Metrics.SelectMany(metric => metric.Expression.Measures()).Concat(Rows is null ? [] : [Rows]).Distinct();

    /// <inheritdoc />
    public override string ToString() => string.Join('\n',
    [
        .. Metrics.Select(metric => $"metric {metric.Metric.Name} [{metric.Metric.Unit}] = {metric.Expression}"),
        .. Rows is null ? [] : (string[])[$"combinations in {Rows.Source}{(Query.Unlinked ? ", and what nothing leads to" : "")}"],
        .. Dimensions.Select(dimension => $"by {dimension}"),
        .. Filters.Select(filter => $"where {filter.Key}: {ExpressionText.Of(filter.Value)}").Order(StringComparer.Ordinal),
        .. Rights.Select(right => $"rights on {right.Key}: {ExpressionText.Of(right.Value)}"),
        $"range {Range}, grain {(Query.Grain is null ? "none" : string.Join(" and ", Query.Grains))}, compare {Comparison?.ToString() ?? "none"}, {Calendar}",
    ]);
}
