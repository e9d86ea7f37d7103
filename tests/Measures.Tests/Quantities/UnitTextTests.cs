using CsCheck;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Measures.Tests.Quantities;

public sealed class UnitTextTests
{
    [Fact]
    public void What_is_printed_reads_back_as_the_same() =>
        AnyUnit.Value.Sample(unit => Assert.Equal(unit, UnitText.Parse(unit.ToString()).Value));

    [Fact]
    public void Every_kind_of_unit_can_be_written()
    {
        var (sek, customers, orders) = (Unit.Currency("SEK"), Unit.Item("customers"), Unit.Item("orders"));
        Assert.Equal(Unit.None, Parse("number"));
        Assert.Equal(Unit.Share, Parse("share"));
        Assert.Equal(Unit.SharePoints, Parse("share points"));
        Assert.Equal(Unit.Hour, Parse("hours"));
        Assert.Equal(sek / customers, Parse("SEK per customer"));
        Assert.Equal(orders / (Unit.Item("employees") * Unit.Item("month")), Parse("orders per employee and month"));
        Assert.Equal(Unit.Item("clicks"), Parse("count clicks"));
        Assert.Equal(Unit.Item("days"), Parse("count days"));
        Assert.Equal(Unit.Item("odd name"), Parse("\"odd name\""));
        Assert.Equal(Unit.Day.Inverse(), Parse("per day"));
        Assert.Equal(Unit.Hour.Power(2), Parse("hours^2"));
    }

    [Theory]
    [InlineData("SEK per customers", "SEK per customer")]
    [InlineData("SEK/customer", "SEK per customer")]
    [InlineData("orders / employee * month", "orders per employee and month")]
    [InlineData("points per customer", "points per customer")]
    [InlineData("count clicks", "clicks")]
    [InlineData("count days per hour", "count days per hour")]
    [InlineData("hour and SEK", "SEK and hours")]
    [InlineData("per day", "per day")]
    public void Printing_is_canonical(string written, string printed) => Assert.Equal(printed, Parse(written).ToString());

    [Theory]
    [InlineData("", "1:1: A unit is missing. Write for example SEK, share, hours, customers or SEK per customer.")]
    [InlineData("SKE", "1:1: ‘SKE’ is not a currency in ISO 4217. Did you mean SEK?")]
    [InlineData("QQQ", "1:1: ‘QQQ’ is not a currency in ISO 4217. Currencies are written with three capitals, such as SEK, EUR or USD.")]
    [InlineData("sek per order", "1:1: ‘sek’ is not how that unit is written here. Write SEK; or ‘count sek’ for things of that name.")]
    [InlineData("kr per order", "1:1: ‘kr’ is not how that unit is written here. Write SEK; or ‘count kr’ for things of that name.")]
    [InlineData("%", "1:1: ‘%’ is not how that unit is written here. Write share.")]
    [InlineData("orders per h", "1:12: ‘h’ is not how that unit is written here. Write hours; or ‘count h’ for things of that name.")]
    [InlineData("SEK per", "1:5: The unit stops short at ‘per’. Something should follow, as in SEK per customer.")]
    [InlineData("SEK customer", "1:5: ‘customer’ does not fit here in a unit. Write for example SEK, share, hours, customers, SEK per customer or orders per employee and month.")]
    [InlineData("hours^99", "1:1: ‘hours^99’ is not a power that is understood. Write a whole number from 1 to 9, as in hours^2.")]
    public void What_is_no_unit_says_what_would_be(string written, string said)
    {
        var issue = Assert.Single(UnitText.Parse(written).Issues);
        Assert.Equal(said, $"{issue} {issue.Hint(Tongue.English)}");
    }

    [Fact]
    public void Only_things_that_are_counted_are_items_where_they_are_known()
    {
        Assert.Equal(Parse("SEK per customer"), UnitText.Parse("SEK per customer", ["customers"]).Value);
        var issue = Assert.Single(UnitText.Parse("SEK per custmer", ["customers", "orders"]).Issues);
        Assert.Equal("1:9: ‘custmer’ is not a unit. Did you mean ‘customers’?", $"{issue} {issue.Hint(Tongue.English)}");
    }

    [Fact]
    public void Every_slip_is_told_at_once() =>
        Assert.Equal(["SKE", "EURO+"], UnitText.Parse("SKE per EURO+").Issues.Select(issue => issue.Arguments["written"]));

    [Fact]
    public void No_text_makes_the_reader_stumble() =>
        Gen.String[Gen.Char["SEK perand count^29\"hours "], 0, 25].Sample(text => Assert.NotNull(UnitText.Parse(text)));

    private static Unit Parse(string text)
    {
        var unit = UnitText.Parse(text);
        Assert.True(unit.IsSound, $"{text}: {string.Join(' ', unit.Issues)}");
        return unit.Value;
    }
}
