using Kelvin.Quantities;

namespace Kelvin.Loading.Values;

/// <summary>Signs and codes of currencies around an amount.</summary>
internal static class CurrencySigns
{
    /// <summary>What a sign may mean; a sign of several currencies is read as the column's own.</summary>
    private static readonly Dictionary<string, string[]> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = ["EUR"],
        ["$"] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"],
        ["£"] = ["GBP"],
        ["¥"] = ["JPY", "CNY"],
        ["kr"] = ["SEK", "NOK", "DKK", "ISK"],
        ["kr."] = ["SEK", "NOK", "DKK", "ISK"],
        ["R$"] = ["BRL"],
        ["zł"] = ["PLN"],
    };

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> BySign = Meanings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The currency of a unit that is money and nothing else, or null.</summary>
    public static string? Of(Unit unit) =>
        unit.Factors.Count == 1 && unit.Factors.Values.First() is { Atom: UnitAtom.Currency currency, Power: 1 } ? currency.Code : null;

    /// <summary>Whether a unit is money, in one currency or in one that each row says, and nothing else.</summary>
    public static bool MayStandBeside(Unit unit) =>
        unit.Factors.Count == 1 && unit.Factors.Values.First() is { Atom: UnitAtom.Currency or UnitAtom.CurrencyBy, Power: 1 };

    /// <summary>The amount without the sign before or after it; a minus stays.</summary>
    public static ReadOnlySpan<char> Remove(ReadOnlySpan<char> text, out string? sign)
    {
        sign = null;
        var first = text.IndexOfAnyInRange('0', '9');
        var last = text.LastIndexOfAnyInRange('0', '9');
        if (first < 0)
            return text;
        var before = text[..first].Trim(" \u00a0\u202f-+\u2212.,".AsSpan());
        var after = text[(last + 1)..].Trim();
        if (before.IsEmpty && after.IsEmpty || !before.IsEmpty && !after.IsEmpty)
            return text;
        sign = SignOf(before.IsEmpty ? after : before);
        if (sign is null)
            return text;
        // A decimal mark may stand before the first digit.
        var start = first > 0 && text[first - 1] is '.' or ',' ? first - 1 : first;
        var amount = text[start..(last + 1)];
        return text[..first].ContainsAny('-', '\u2212') ? $"-{amount}" : amount;
    }

    /// <summary>Whether a sign or code can mean this currency.</summary>
    public static bool Means(string sign, string currency) =>
        string.Equals(sign, currency, StringComparison.OrdinalIgnoreCase)
        || Meanings.TryGetValue(sign, out var meanings) && meanings.Contains(currency, StringComparer.Ordinal);

    /// <summary>Whether a sign or code is one of a currency that there is: three letters before digits are more often something else.</summary>
    public static bool IsKnown(string sign) => Meanings.ContainsKey(sign) || Currency.Find(sign.ToUpperInvariant()) is not null;

    /// <summary>The sign or code that a text is; null where it is neither.</summary>
    private static string? SignOf(ReadOnlySpan<char> text) =>
        BySign.TryGetValue(text, out var sign, out _) ? sign
        : text.Length == 3 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiLetter(text[2]) ? text.ToString()
        : null;
}
