using CsCheck;
using Kelvin.Quantities;

namespace Measures.Tests.Quantities;

public sealed class UnitRulesTests
{
    [Theory]
    [InlineData("SEK", "SEK", "SEK", "SEK", "SEK")]
    [InlineData("hours", "days", "hours * 24", "hours * 24", "hours * 24")]
    [InlineData("SEK per hour", "SEK per day", "SEK per hour * 0.041666666666666664", "SEK per hour * 0.041666666666666664", "SEK per hour * 0.041666666666666664")]
    [InlineData("share", "share", "share", "share points", "share")]
    [InlineData("share", "share points", "share", "share", "share")]
    [InlineData("share points", "share points", "share points", "share points", "share points")]
    [InlineData("number", "share", "share", "share", "share")]
    [InlineData("share", "number", "share", "share", "share")]
    [InlineData("share points", "number", "share points", "share points", "share points")]
    [InlineData("number", "number", "number", "number", "number")]
    [InlineData("SEK", "EUR", "DifferentCurrencies", "DifferentCurrencies", "DifferentCurrencies")]
    [InlineData("SEK per customer", "EUR per customer", "DifferentCurrencies", "DifferentCurrencies", "DifferentCurrencies")]
    [InlineData("SEK", "customers", "DifferentThings", "DifferentThings", "DifferentThings")]
    [InlineData("orders", "customers", "DifferentThings", "DifferentThings", "DifferentThings")]
    [InlineData("SEK", "share", "DifferentThings", "DifferentThings", "DifferentThings")]
    [InlineData("SEK", "number", "NumberAndUnit", "NumberAndUnit", "NumberAndUnit")]
    public void Sums_differences_and_comparisons_follow_the_units(string left, string right, string sum, string difference, string comparison)
    {
        var (one, other) = (UnitText.Parse(left).Value!, UnitText.Parse(right).Value!);
        Assert.Equal(
            (sum, difference, comparison),
            (Text(UnitRules.Add(one, other)), Text(UnitRules.Subtract(one, other)), Text(UnitRules.Compare(one, other))));
    }

    [Theory]
    [InlineData("SEK per hour", "days", "SEK", 24.0)]
    [InlineData("SEK", "customers", "SEK and customers", 1.0)]
    [InlineData("number", "hours", "hours", 1.0)]
    public void A_product_puts_lengths_of_time_in_the_left_ones(string left, string right, string unit, double factor) =>
        Assert.Equal(Fits(unit, factor), UnitRules.Multiply(UnitText.Parse(left).Value!, UnitText.Parse(right).Value!));

    [Theory]
    [InlineData("hours", "days", "share", 24.0)]
    [InlineData("SEK", "customers", "SEK per customer", 1.0)]
    [InlineData("orders", "orders", "share", 1.0)]
    public void A_quotient_puts_lengths_of_time_in_the_left_ones(string left, string right, string unit, double factor) =>
        Assert.Equal(Fits(unit, factor), UnitRules.Divide(UnitText.Parse(left).Value!, UnitText.Parse(right).Value!));

    [Fact]
    public void Whether_two_units_fit_does_not_hang_on_their_order() =>
        Gen.Select(AnyUnit.Value, AnyUnit.Value).Sample((a, b) =>
            Assert.Equal(UnitRules.Add(a, b) is UnitSum.Fits, UnitRules.Add(b, a) is UnitSum.Fits));

    [Fact]
    public void A_unit_fits_itself() =>
        AnyUnit.Value.Sample(unit => Assert.Equal(new UnitSum.Fits(unit, 1), UnitRules.Add(unit, unit)));

    private static UnitSum.Fits Fits(string unit, double factor) => new(UnitText.Parse(unit).Value!, factor);

    private static string Text(UnitSum outcome) => outcome switch
    {
        UnitSum.Fits { RightFactor: 1 } fits => fits.Result.ToString(),
        UnitSum.Fits fits => FormattableString.Invariant($"{fits.Result} * {fits.RightFactor}"),
        UnitSum.Clashes clash => clash.Kind.ToString(),
        _ => throw new InvalidOperationException(),
    };
}
