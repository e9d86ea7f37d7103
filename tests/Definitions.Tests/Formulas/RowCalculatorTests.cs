using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Formulas.Evaluating;
using Kelvin.Formulas.Syntax;

namespace Definitions.Tests.Formulas;

public sealed class RowCalculatorTests
{
    private static readonly CatalogScope Scope = new(CatalogLoader.Load([new DefinitionFile("rows.yaml", """
        dataset: rows
        columns: { a: integer, b: "integer?", x: number, name: text, day: date, is_gift: "boolean?" }
        """, null)]));

    [Theory]
    [InlineData("a + 2 * 3", "13")]
    [InlineData("a / 2", "3.5")]
    [InlineData("a / (a - 7)", null)]
    [InlineData("a + b", null)]
    [InlineData("coalesce(b, a) = 7", "True")]
    [InlineData("b is known", "False")]
    [InlineData("b > 1 and a < 0", "False")]
    [InlineData("b > 1 or a > 0", "True")]
    [InlineData("b > 1 or a < 0", null)]
    [InlineData("not is_gift", null)]
    [InlineData("a in (1, 7)", "True")]
    [InlineData("a between 1 and 6", "False")]
    [InlineData("name in ('x', 'y')", "False")]
    [InlineData("case when a > 5 then 'big' else 'small' end", "big")]
    [InlineData("round(x, 1)", "2.5")]
    [InlineData("round(a / 2, 0)", "4")]
    [InlineData("least(a, b, 3)", "3")]
    [InlineData("length(upper(trim(name)))", "4")]
    [InlineData("year(day) = 2026 and month(day) = 3", "True")]
    [InlineData("abs(0 - a)", "7")]
    public void A_row_is_worked_out_as_an_engine_would(string formula, string? value) =>
        Assert.Equal(value, Convert.ToString(new RowCalculator(ValueOf).Of(Row(formula)), System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null);

    [Fact]
    public void What_needs_an_engine_is_named() =>
        Assert.Equal("like", RowCalculator.Obstacle(Row("a > 1 and name like 'A%'"), path => path.Links.IsEmpty));

    private static RowExpression Row(string formula) => FormulaChecker.CheckRow(FormulaParser.Parse(formula).Value!, Scope.Dataset("rows")!, Scope).Value!;

    private static object? ValueOf(ColumnPath path) => path.Column switch
    {
        "a" => 7m,
        "x" => 2.46,
        "name" => " Åsa1 ",
        "day" => new DateOnly(2026, 3, 2),
        _ => null,
    };
}
