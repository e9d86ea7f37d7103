namespace Kelvin.Formulas;

/// <summary>The parts of checked expressions, for walking over them.</summary>
internal static class ExpressionParts
{
    /// <summary>The metric expressions that one is made of.</summary>
    public static IEnumerable<MetricExpression> Of(MetricExpression expression) => expression switch
    {
        MetricExpression.Call call => call.Arguments,
        MetricExpression.InTime seen => [seen.Of],
        MetricExpression.Balance balance => [balance.Of],
        MetricExpression.Reduced reduced => [reduced.Of],
        MetricExpression.Filtered filtered => [filtered.Of],
        MetricExpression.Case choice => choice.Branches.SelectMany<MetricExpression.CaseBranch, MetricExpression>(branch => [branch.When, branch.Then])
            .Concat(choice.Otherwise is null ? [] : [choice.Otherwise]),
        _ => [],
    };

    /// <summary>The row expressions that one is made of, of the same row.</summary>
    public static IEnumerable<RowExpression> Of(RowExpression expression) => expression switch
    {
        RowExpression.Call call => call.Arguments,
        RowExpression.Rate rate => [rate.From, rate.On],
        RowExpression.Case choice => choice.Branches.SelectMany<RowExpression.CaseBranch, RowExpression>(branch => [branch.When, branch.Then])
            .Concat(choice.Otherwise is null ? [] : [choice.Otherwise]),
        _ => [],
    };
}
