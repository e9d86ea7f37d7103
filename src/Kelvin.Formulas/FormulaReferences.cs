using System.Collections.Immutable;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas;

/// <summary>What a checked expression reads directly: for the order of checking, for cycles and for impact.</summary>
/// <param name="Datasets">Datasets whose rows are read, those reached over links included; sorted.</param>
/// <param name="Columns">Columns that are read, link columns on the way included; sorted.</param>
/// <param name="Metrics">Metrics that are referred to by name; sorted.</param>
public sealed record FormulaReferences(
    ImmutableArray<string> Datasets, ImmutableArray<ColumnReference> Columns, ImmutableArray<string> Metrics)
{
    /// <summary>What a metric reads.</summary>
    public static FormulaReferences Of(MetricExpression expression, IFormulaScope scope) => throw new NotImplementedException();

    /// <summary>What an expression over the rows of a dataset reads.</summary>
    public static FormulaReferences Of(RowExpression expression, string dataset, IFormulaScope scope) =>
        throw new NotImplementedException();

    /// <summary>
    /// The names written in a formula, before it is checked: first parts of dotted names included.
    /// A superset of what the checked formula reads by name.
    /// </summary>
    public static ImmutableArray<Formula.Name> NamesIn(Formula formula) => throw new NotImplementedException();
}
