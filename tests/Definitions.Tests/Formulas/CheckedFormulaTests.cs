using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Definitions.Tests.Formulas;

public sealed class CheckedFormulaTests
{
    private static readonly ShopScope Shop = new();

    public static TheoryData<string, string, string, string> Table()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var row in Tables.Rows("checked.txt"))
            data.Add(row[0], row[1], row[2], row[3]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_formula_means(string level, string formula, string meaning, string unit)
    {
        var (found, type) = Check(level, formula);
        Assert.Equal(meaning, found);
        Assert.Equal(unit, type);
    }

    private static (string Meaning, string Unit) Check(string level, string text)
    {
        var formula = Sound(FormulaParser.Parse(text));
        if (level.StartsWith("row of ", StringComparison.Ordinal))
        {
            var row = Sound(FormulaChecker.CheckRow(formula, Shop.Dataset(level[7..])!, Shop));
            return (ExpressionPrinter.Print(row), row.Type.Kind == ValueKind.Number ? Shown(row.Type.Unit) : row.Type.Kind.ToString());
        }
        var dataset = level.StartsWith("metric of ", StringComparison.Ordinal) ? level[10..] : null;
        var metric = Sound(FormulaChecker.CheckMetric(formula, Shop, dataset));
        return (ExpressionPrinter.Print(metric), Shown(metric.Unit));
    }

    private static T Sound<T>(Checked<T> outcome)
        where T : class
    {
        Assert.True(outcome.IsSound, string.Join('\n', outcome.Issues.Select(issue => $"{issue} {issue.Hint(Tongue.English)}")));
        return outcome.Value;
    }

    private static string Shown(Unit unit) => unit.IsDimensionless ? unit.Kind.ToString() : UnitText.Write(unit);
}
