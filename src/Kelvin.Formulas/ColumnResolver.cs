using Kelvin.Formulas.Checking;
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
        Resolve(FormulaSource.Typed(text), rows, scope);

    /// <summary>The column that a text means, with issues at their place in a file.</summary>
    public static Checked<ResolvedColumn> Resolve(FormulaSource source, DatasetSymbol rows, IFormulaScope scope) =>
        FormulaParser.Parse(source).Then(formula => formula is Formula.Name name
            ? Resolve(name, rows, scope)
            : Checked<ResolvedColumn>.Faulty(Issue.At(formula.Place, "formula.not-a-column", ("written", Checking.Words.Written.Of(formula)))));

    /// <summary>The column that a name in a formula means for a row of a dataset.</summary>
    public static Checked<ResolvedColumn> Resolve(Formula.Name name, DatasetSymbol rows, IFormulaScope scope)
    {
        var findings = new Findings(scope);
        var found = new NameResolution(findings, rows, aggregate: null).Resolve(name);
        return Checked<ResolvedColumn>.From(found, findings.Issues);
    }
}
