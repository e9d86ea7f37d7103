using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>Metrics whose values conditions ask of rows.</summary>
public static class MetricsOfRows
{
    /// <summary>The metric down to its measures, each with the time axis of its definition.</summary>
    public static BoundExpression Bind(this RowExpression.MetricOf of, MetricCatalog catalog) =>
        new MetricBinder(catalog, ImmutableDictionary<string, ColumnPath>.Empty).Bind(catalog.Metrics[of.Metric]).Expression;

    /// <summary>What the rows of a measure are grouped by.</summary>
    public static ImmutableArray<ColumnPath> By(this RowExpression.MetricOf of, Measure measure) =>
        of.There.First(rows => rows.Dataset == measure.Dataset).By;
}
