using CsCheck;
using Kelvin.Quantities;

namespace Measures.Tests.Quantities;

public sealed class UnitTests
{
    [Fact]
    public void Units_form_an_abelian_group_under_multiplication() =>
        Gen.Select(AnyUnit.Value, AnyUnit.Value, AnyUnit.Value).Sample((a, b, c) =>
        {
            AssertSame((a * b) * c, a * (b * c));
            AssertSame(a * b, b * a);
            AssertSame(a, a * Unit.None);
            AssertSame(Unit.None, a * a.Inverse());
            AssertSame(a / b, a * b.Inverse());
            AssertSame(a, a.Inverse().Inverse());
            Assert.All((a * b).Factors.Values, factor => Assert.NotEqual(0, factor.Power));
        });

    [Fact]
    public void Amounts_in_the_currency_of_a_row_are_alike_when_the_same_column_of_the_same_row_says_it()
    {
        var amount = Unit.CurrencyBy("currency");
        Assert.Equal(amount, amount.SeenAlong([]));
        Assert.Equal(Unit.CurrencyBy("order_id.currency"), amount.SeenAlong(["order_id"]));
        Assert.Equal(Unit.Share, amount / Unit.CurrencyBy("currency"));
        Assert.IsType<UnitSum.Fits>(UnitRules.Add(amount, Unit.CurrencyBy("currency")));
        Assert.Equal(UnitClash.DifferentCurrencies, Assert.IsType<UnitSum.Clashes>(UnitRules.Add(amount, amount.SeenAlong(["order_id"]))).Kind);
        Assert.Equal(UnitClash.DifferentCurrencies, Assert.IsType<UnitSum.Clashes>(UnitRules.Compare(Unit.Currency("SEK"), amount)).Kind);
        Assert.Equal(Unit.CurrencyBy("a.b.currency") / Unit.Item("boxes"), (amount / Unit.Item("boxes")).SeenAlong(["a", "b"]));
        Assert.True((amount / Unit.Hour).IsByCurrency);
        Assert.False(Unit.Currency("SEK").IsByCurrency);
    }

    [Fact]
    public void A_power_is_the_unit_times_itself() =>
        Gen.Select(AnyUnit.Value, Gen.Int[-3, 3], Gen.Int[-3, 3]).Sample((unit, m, n) =>
        {
            AssertSame(unit.Power(m) * unit.Power(n), unit.Power(m + n));
            AssertSame(unit.Power(m).Power(n), unit.Power(m * n));
            Assert.Equal(unit, unit.Power(1));
            Assert.Equal(Unit.None, unit.Power(0));
        });

    [Fact]
    public void Equal_units_have_equal_hashes_and_the_way_of_building_does_not_matter() =>
        Gen.Select(AnyUnit.Value, AnyUnit.Value).Sample((a, b) =>
        {
            var (one, other) = (a * b, b * a);
            Assert.Equal(one.HasFactorsOf(other) && one.Kind == other.Kind, one.Equals(other));
            if (one.Equals(other))
                Assert.Equal(one.GetHashCode(), other.GetHashCode());
        });

    [Fact]
    public void Like_by_like_is_a_share()
    {
        Assert.Equal(Unit.Share, Unit.Currency("SEK") / Unit.Currency("SEK"));
        Assert.Equal(Unit.Share, Unit.Item("orders") / Unit.Item("orders"));
        Assert.Equal(Unit.Share, Unit.Share / Unit.Share);
        Assert.Equal(Unit.Share, Unit.SharePoints / Unit.Share);
        Assert.Equal(Unit.None, Unit.None / Unit.None);
        Assert.Equal(Unit.None, Unit.None / Unit.Share);
    }

    [Fact]
    public void A_share_of_something_is_that_thing()
    {
        Assert.Equal(Unit.Currency("SEK"), Unit.Currency("SEK") * Unit.Share);
        Assert.Equal(Unit.Share, Unit.Share * Unit.Share);
        Assert.Equal(Unit.Share, Unit.None * Unit.Share);
        Assert.Equal(Unit.SharePoints, Unit.SharePoints * Unit.None);
    }

    [Theory]
    [InlineData("customers", "customer")]
    [InlineData("deliveries", "delivery")]
    [InlineData("boxes", "box")]
    [InlineData("classes", "class")]
    [InlineData("cases", "case")]
    [InlineData("invoices", "invoice")]
    [InlineData("status", "status")]
    [InlineData("kunder", "kunder")]
    [InlineData("days", "count day")]
    [InlineData("SEK", "count SEK")]
    public void Singular_and_plural_count_the_same_thing(string name, string symbol)
    {
        Assert.Equal(symbol, UnitAtom.Item.SymbolOf(name));
        Assert.Equal(Unit.Item(name), Unit.Item(symbol.Replace("count ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_thing_named_as_another_unit_is_not_that_unit()
    {
        Assert.NotEqual(Unit.Day, Unit.Item("days"));
        Assert.NotEqual(Unit.Currency("SEK"), Unit.Item("SEK"));
        Assert.False((Unit.Item("days") / Unit.Day).IsDimensionless);
    }

    [Theory]
    [InlineData("hours", "days", 1.0 / 24)]
    [InlineData("days", "hours", 24.0)]
    [InlineData("seconds", "minutes", 1.0 / 60)]
    [InlineData("SEK per hour", "SEK per day", 24.0)]
    [InlineData("hours^2", "minutes^2", 3600.0)]
    [InlineData("hours per day", "number", 1.0 / 24)]
    [InlineData("SEK", "SEK", 1.0)]
    [InlineData("SEK", "EUR", null)]
    [InlineData("hours", "hours^2", null)]
    [InlineData("hours", "customers", null)]
    public void Lengths_of_time_convert_inside_any_unit(string from, string to, double? factor) =>
        Assert.Equal(factor, UnitText.Parse(from).Value!.ConversionTo(UnitText.Parse(to).Value!));

    [Fact]
    public void Converting_there_and_back_is_one() =>
        Gen.Select(AnyUnit.Value, AnyUnit.Value).Sample((a, b) =>
        {
            var (there, back) = (a.ConversionTo(b), b.ConversionTo(a));
            Assert.Equal(there is null, back is null);
            if (there is not null)
                Assert.Equal(1, there.Value * back!.Value, 1e-12);
        });

    private static void AssertSame(Unit expected, Unit actual) =>
        Assert.True(expected.HasFactorsOf(actual), $"{expected} is not {actual}");
}
