using Kelvin.Formulas;

namespace Kelvin.Catalog;

/// <summary>
/// How a rolled-up column is worked out: an aggregate over those rows of another dataset that link to the row, such as
/// <c>count(order_items)</c> on orders. Where no row links to it a count is 0, any other aggregate missing.
/// </summary>
/// <param name="Link">The to-one link column of <see cref="MetricExpression.Aggregate.Dataset"/> that leads to this dataset's key.</param>
/// <param name="Of">The aggregate; its value and condition are seen from the other dataset.</param>
public sealed record RollUp(string Link, MetricExpression.Aggregate Of);
