using CsCheck;
using Kelvin.Formulas.Syntax;

namespace Definitions.Tests.Formulas;

public sealed class PrintingTests
{
    [Fact]
    public void Parsing_what_was_printed_gives_the_same_tree() =>
        FormulaTrees.Of(levels: 4).Sample(
            tree => tree.Equals(FormulaParser.Parse(FormulaPrinter.Print(tree)).Value), iter: 20_000, print: FormulaPrinter.Print);

    [Fact]
    public void What_is_printed_is_printed_the_same_again() =>
        FormulaTrees.Of(levels: 3).Sample(
            tree => FormulaPrinter.Print(FormulaParser.Parse(FormulaPrinter.Print(tree)).Value!) == FormulaPrinter.Print(tree), iter: 5_000);

    [Theory]
    [InlineData("a+b*c", "a + b * c")]
    [InlineData("(a+b)*c", "(a + b) * c")]
    [InlineData("a-(b-c)-(d)", "a - (b - c) - d")]
    [InlineData("a/(b*c)", "a / (b * c)")]
    [InlineData("NOT (a AND b) OR c", "not (a and b) or c")]
    [InlineData("not a = b", "not a = b")]
    [InlineData("(not a) = b", "(not a) = b")]
    [InlineData("a not in (1,2)", "not a in (1, 2)")]
    [InlineData("a<>b", "a != b")]
    [InlineData("-(a+b)", "-(a + b)")]
    [InlineData("x between a+1 and (b or c)", "x between a + 1 and (b or c)")]
    [InlineData("5%", "5 %")]
    [InlineData("30days", "30 days")]
    [InlineData("SHARE ( orders  where a , b )", "share(orders where a, b)")]
    [InlineData("percentile(x, 0.9 where y)", "percentile(x where y, 0.9)")]
    [InlineData("orders.\"end\".end", "orders.\"end\".\"end\"")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("date '2025-01-31'", "date '2025-01-31'")]
    [InlineData("'it''s'", "'it''s'")]
    public void A_formula_is_printed_with_as_few_parentheses_as_it_needs(string written, string printed) =>
        Assert.Equal(printed, FormulaPrinter.Print(FormulaParser.Parse(written).Value!));
}
