using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>
/// Whether the parts of a metric add up to the whole: counts, sums, and what is only added, subtracted or scaled of them.
/// Shares, averages and numbers of different things do not.
/// </summary>
public static class Additivity
{
    /// <summary>Whether a group's value can be seen as a part of the whole: parts that add up, and numbers of different things.</summary>
    public static bool IsPartOfWhole(Metric metric, MetricCatalog catalog) =>
        metric.Expression is MetricExpression.Aggregate { Kind: AggregateKind.Distinct } || IsAdditive(metric, catalog);

    /// <summary>Whether the parts add up.</summary>
    public static bool IsAdditive(Metric metric, MetricCatalog catalog) => AddsUp(metric.Expression, catalog);

    // A sound catalog has no cycles, so this ends.
    private static bool AddsUp(MetricExpression expression, MetricCatalog catalog) => expression switch
    {
        MetricExpression.Aggregate aggregate => aggregate.Kind is AggregateKind.Count or AggregateKind.Sum,
        MetricExpression.Reference reference => AddsUp(catalog.Metrics[reference.Metric].Expression, catalog),
        MetricExpression.Filtered filtered => AddsUp(filtered.Of, catalog),
        MetricExpression.Conversion conversion => !conversion.IsShare,
        MetricExpression.Balance balance => AddsUp(balance.Of, catalog),
        MetricExpression.InTime seen => AddsUp(seen.Of, catalog),
        MetricExpression.Call { Operator: MetricOperator.Add or MetricOperator.Subtract or MetricOperator.Negate } sum =>
            sum.Arguments.All(part => AddsUp(part, catalog)),
        MetricExpression.Call { Operator: MetricOperator.Multiply or MetricOperator.Divide, Arguments: [var scaled, MetricExpression.Constant] } =>
            AddsUp(scaled, catalog),
        MetricExpression.Call { Operator: MetricOperator.Multiply, Arguments: [MetricExpression.Constant, var scaled] } =>
            AddsUp(scaled, catalog),
        _ => false,
    };
}
