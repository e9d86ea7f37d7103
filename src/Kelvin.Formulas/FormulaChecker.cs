using Kelvin.Formulas.Checking;
using Kelvin.Formulas.Checking.Metrics;
using Kelvin.Formulas.Checking.Rows;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Formulas;

/// <summary>Checks names, levels, kinds and units of a formula and resolves it to exactly one meaning.</summary>
public static class FormulaChecker
{
    /// <summary>
    /// A formula with one number per group and period.
    /// </summary>
    /// <param name="formula">The formula.</param>
    /// <param name="scope">The names it may use.</param>
    /// <param name="defaultDataset">The dataset whose columns bare names inside aggregates are, or null.</param>
    public static Checked<MetricExpression> CheckMetric(Formula formula, IFormulaScope scope, string? defaultDataset = null) =>
        Run(scope, findings => new MetricChecker(findings, defaultDataset).Check(formula));

    /// <summary>A formula with one value per row of a dataset: a computed column, or a filter.</summary>
    public static Checked<RowExpression> CheckRow(Formula formula, DatasetSymbol rows, IFormulaScope scope) =>
        Run(scope, findings => new RowChecker(findings, rows, aggregate: null).Check(formula));

    private static Checked<T> Run<T>(IFormulaScope scope, Func<Findings, T?> check)
        where T : class
    {
        var findings = new Findings(scope);
        var expression = check(findings);
        return Checked<T>.From(expression, findings.Issues);
    }
}
