using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Formulas;

/// <summary>Finds the column that a written name means, seen from a dataset.</summary>
public static class ColumnResolver
{
    /// <summary>
    /// The column that <c>amount</c>, <c>customer_id.country</c> or <c>customers.country</c> means for a row of a dataset.
    /// </summary>
    public static Checked<ResolvedColumn> Resolve(string text, DatasetSymbol rows, IFormulaScope scope) =>
        throw new NotImplementedException();

    /// <summary>The column that a name in a formula means for a row of a dataset.</summary>
    public static Checked<ResolvedColumn> Resolve(Formula.Name name, DatasetSymbol rows, IFormulaScope scope) =>
        throw new NotImplementedException();
}
