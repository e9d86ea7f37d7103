using CsCheck;
using Kelvin.Quantities;

namespace Measures.Tests.Quantities;

public sealed class MoneyTests
{
    private static readonly Currency Kronor = Currency.Find("SEK")!;
    private static readonly Currency Yen = Currency.Find("JPY")!;

    [Fact]
    public void Parts_add_up_to_the_whole_and_none_is_a_coin_off_its_share() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[0, 1000].Array[1, 40]).Sample((coins, weights) =>
        {
            if (weights.Sum() == 0)
                return;
            var whole = new Money(coins / 100m, Kronor);
            var parts = whole.Allocate([.. weights.Select(weight => (decimal)weight)]);
            Assert.Equal(whole.Amount, parts.Sum(part => part.Amount));
            Assert.All(parts.Zip(weights), pair =>
            {
                Assert.True(decimal.IsInteger(pair.First.Amount * 100));
                Assert.True(Math.Abs(pair.First.Amount - whole.Amount * pair.Second / weights.Sum()) < 0.01m);
            });
        });

    [Fact]
    public void The_coins_left_over_go_to_the_largest_remainders()
    {
        Assert.Equal([33.34m, 33.33m, 33.33m], Amounts(new Money(100, Kronor).Allocate(1, 1, 1)));
        Assert.Equal([-33.34m, -33.33m, -33.33m], Amounts(new Money(-100, Kronor).Allocate(1, 1, 1)));
        Assert.Equal([14m, 86m], Amounts(new Money(100, Yen).Allocate(1, 6)));
        Assert.Equal([0m, 5m], Amounts(new Money(5, Kronor).Allocate(0, 1)));
    }

    [Fact]
    public void An_amount_finer_than_a_coin_keeps_its_decimals() =>
        Assert.Equal(0.0001m, new Money(0.0001m, Kronor).Allocate(1, 1).Sum(part => part.Amount));

    [Fact]
    public void Weights_must_weigh_something()
    {
        Assert.Throws<ArgumentException>(() => new Money(1, Kronor).Allocate(0, 0));
        Assert.Throws<ArgumentException>(() => new Money(1, Kronor).Allocate(1, -1));
    }

    [Fact]
    public void Money_adds_up_within_a_currency_only()
    {
        Assert.Equal(new Money(3, Kronor), new Money(1, Kronor) + new Money(2, Kronor));
        Assert.Equal(new Money(-1, Kronor), new Money(1, Kronor) - new Money(2, Kronor));
        Assert.Throws<InvalidOperationException>(() => new Money(1, Kronor) + new Money(1, Yen));
    }

    [Fact]
    public void Every_currency_has_a_code_of_three_capitals_and_no_two_the_same()
    {
        Assert.All(Currency.All, currency => Assert.Matches("^[A-Z]{3}$", currency.Code));
        Assert.InRange(Currency.All.Count(), 150, 160);
        Assert.Equal((2, 0, 3), (Kronor.Decimals, Yen.Decimals, Currency.Find("KWD")!.Decimals));
        Assert.Null(Currency.Find("sek"));
    }

    [Fact]
    public void An_unknown_currency_is_an_issue_with_the_nearest_code() =>
        Assert.Equal("SEK", Assert.Single(Currency.Parse("SKE").Issues).Arguments["nearest"]);

    private static IEnumerable<decimal> Amounts(IEnumerable<Money> parts) => parts.Select(part => part.Amount);
}
