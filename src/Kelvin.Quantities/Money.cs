using System.Collections.Immutable;

namespace Kelvin.Quantities;

/// <summary>An exact amount in a currency. Amounts in different currencies never meet: the checker refuses it before, so here it is a bug.</summary>
/// <param name="Amount">In whole units of the currency: 12.50 is twelve kronor and fifty öre.</param>
/// <param name="Currency">Its currency.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>The sum.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left with { Amount = left.Amount + right.In(left.Currency) };

    /// <summary>The difference.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => left with { Amount = left.Amount - right.In(left.Currency) };

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money money) => money with { Amount = -money.Amount };

    /// <summary>
    /// Parts in proportion to the weights that add up to the whole, to the last coin. Each is rounded towards zero to the
    /// currency's smallest coin (or to the amount's own decimals, when it has more), and the coins left over go one each to the
    /// largest remainders, the first of equals (Hamilton's method).
    /// </summary>
    /// <param name="weights">At least one; none negative; not all zero.</param>
    /// <exception cref="ArgumentException">The weights are not such.</exception>
    public ImmutableArray<Money> Allocate(params ReadOnlySpan<decimal> weights)
    {
        var total = 0m;
        foreach (var weight in weights)
            total += weight >= 0 ? weight : throw new ArgumentException("A weight is negative.", nameof(weights));
        if (total == 0)
            throw new ArgumentException("No weight is above zero.", nameof(weights));

        var coin = Coin();
        var whole = Math.Abs(Amount);
        var parts = new (int Index, decimal Coins, decimal Remainder)[weights.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = whole / coin * (weights[i] / total);
            parts[i] = (i, Math.Floor(exact), exact - Math.Floor(exact));
        }
        var left = (int)(whole / coin - parts.Sum(part => part.Coins));
        foreach (var (index, _, _) in parts.OrderByDescending(part => part.Remainder).ThenBy(part => part.Index).Take(left))
            parts[index].Coins++;
        var (sign, currency) = (Math.Sign(Amount), Currency);
        return [.. parts.Select(part => new Money(sign * part.Coins * coin, currency))];
    }

    /// <summary>The amount and the code, as <c>12.50 SEK</c>; people read <see cref="Display"/>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Amount} {Currency}");

    private decimal Coin() => new(1, 0, 0, false, (byte)Math.Max(Currency.Decimals, Amount.Scale));

    private decimal In(Currency wanted) =>
        Currency == wanted ? Amount : throw new InvalidOperationException($"{this} is not in {wanted}.");
}
