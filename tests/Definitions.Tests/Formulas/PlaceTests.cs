using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Definitions.Tests.Formulas;

public sealed class PlaceTests
{
    [Fact]
    public void An_issue_points_into_the_file_that_holds_the_formula()
    {
        var source = FormulaSource.At("sum(orders.amount", "metrics.yaml", 12, 10);
        Assert.Equal(new Place("metrics.yaml", 12, 13, 1), FormulaParser.Parse(source).Issues[0].Place);
    }

    [Fact]
    public void Further_lines_start_in_the_first_column()
    {
        var source = FormulaSource.At("revenue\n  - cost)", "metrics.yaml", 12, 10);
        Assert.Equal(new Place("metrics.yaml", 13, 9, 1), FormulaParser.Parse(source).Issues[0].Place);
    }

    [Fact]
    public void A_block_of_the_file_says_itself_where_its_characters_stand()
    {
        const string text = "revenue - cost)";
        var source = FormulaSource.Mapped(text, "metrics.yaml", offset => offset < 8 ? (20, offset + 5) : (21, offset - 8 + 5));
        Assert.Equal(new Place("metrics.yaml", 21, 11, 1), FormulaParser.Parse(source).Issues[0].Place);
    }

    [Fact]
    public void A_part_over_several_lines_is_marked_to_the_end_of_its_first()
    {
        var formula = FormulaParser.Parse(FormulaSource.Typed("revenue +\ncost")).Value!;
        Assert.Equal(new Place(null, 1, 1, 10), formula.Place);
    }
}
