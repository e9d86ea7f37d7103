using System.Collections.Immutable;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Definitions;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>The way from a dataset to a column, over links.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Hops">The links, in order.</param>
/// <param name="To">Where the column stands.</param>
/// <param name="Column">The column.</param>
/// <param name="Dimension">The dimension that the column holds; null for an entity.</param>
internal sealed record Route(DatasetPlan From, ImmutableArray<LinkPlan> Hops, DatasetPlan To, ColumnPlan Column, DbtDimension? Dimension)
{
    /// <summary>As a name seen from where it begins.</summary>
    public Formula.Name Path => new([.. Hops.Select(hop => hop.Name), Column.Name]);

    /// <summary>As a name that means the same wherever the only shortest way leads there.</summary>
    public Formula.Name Universal => new([To.Name, Column.Name]);
}
