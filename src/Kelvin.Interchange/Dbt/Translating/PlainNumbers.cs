using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Interchange.Dbt.Translating;

/// <summary>
/// dbt adds anything to anything; here values carry units. Where an expression adds what does not go together, a bare number takes
/// the unit beside it, and failing that the metrics are taken as plain numbers: divided by one of what they count.
/// </summary>
internal sealed class PlainNumbers(MetricCatalog catalog)
{
    private readonly KnownUnits _known = new(new CatalogScope(catalog));

    /// <summary>The formula, changed as little as it needs in order to be accepted; as it was when nothing helps.</summary>
    public Formula Mend(string name, Formula formula)
    {
        Formula[] attempts = [formula, WithUnits(formula), AsNumbers(formula)];
        foreach (var attempt in attempts)
            if (FormulaChecker.CheckMetric(attempt, _known).Value is { } accepted)
            {
                _known.Add(name, accepted.Unit);
                return attempt;
            }
        return formula;
    }

    /// <summary>Bare numbers that are added take the unit of what they are added to.</summary>
    private Formula WithUnits(Formula formula) => formula switch
    {
        Formula.Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum => sum with
        {
            Left = Beside(WithUnits(sum.Left), sum.Right),
            Right = Beside(WithUnits(sum.Right), sum.Left),
        },
        Formula.Binary binary => binary with { Left = WithUnits(binary.Left), Right = WithUnits(binary.Right) },
        _ => formula,
    };

    private Formula Beside(Formula operand, Formula other) =>
        operand is Formula.Number { Unit: null } number && UnitOf(other) is { } unit && unit.Factors.Values.ToList() is [{ Power: 1, Atom: UnitAtom.Item item }]
            ? number with { Unit = item.Name }
            : operand;

    private Formula AsNumbers(Formula formula) => formula switch
    {
        Formula.Binary binary => binary with { Left = AsNumbers(binary.Left), Right = AsNumbers(binary.Right) },
        Formula.Unary unary => unary with { Operand = AsNumbers(unary.Operand) },
        Formula.Name or Formula.Call when UnitOf(formula) is { } unit => WithoutUnit(formula, unit),
        _ => formula,
    };

    private static Formula WithoutUnit(Formula formula, Unit unit)
    {
        foreach (var factor in unit.Factors.Values)
            for (var power = Math.Abs(factor.Power); power > 0; power--)
                if (factor.Atom is UnitAtom.Item item)
                    formula = new Formula.Binary(factor.Power > 0 ? BinaryOperator.Divide : BinaryOperator.Multiply, formula, new Formula.Number(1, item.Name));
        return formula;
    }

    private Unit? UnitOf(Formula formula) => FormulaChecker.CheckMetric(formula, _known).Value?.Unit;

    /// <summary>The catalog's names, and those of metrics that are accepted while we go on.</summary>
    private sealed class KnownUnits(CatalogScope scope) : IFormulaScope
    {
        private readonly Dictionary<string, Unit> _added = new(StringComparer.Ordinal);

        public IEnumerable<string> DatasetNames => scope.DatasetNames;

        public IEnumerable<string> MetricNames => scope.MetricNames.Concat(_added.Keys);

        public DatasetSymbol? Dataset(string name) => scope.Dataset(name);

        public MetricSymbol? Metric(string name) => _added.TryGetValue(name, out var unit) ? new MetricSymbol(name, unit) : scope.Metric(name);

        public void Add(string name, Unit unit) => _added[name] = unit;
    }
}
