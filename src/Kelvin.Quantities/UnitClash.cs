namespace Kelvin.Quantities;

/// <summary>Why two units do not fit each other.</summary>
public enum UnitClash
{
    /// <summary>They measure different things: money and people.</summary>
    DifferentThings,

    /// <summary>Both are money, in different currencies, so that an exchange rate is needed.</summary>
    DifferentCurrencies,

    /// <summary>One is a plain number and the other is not.</summary>
    NumberAndUnit,
}
