using System.Collections.Frozen;

namespace Kelvin.Quantities;

/// <summary>The words of the unit language.</summary>
internal static class UnitWords
{
    /// <summary>Words that stand for a unit by themselves.</summary>
    public static readonly FrozenDictionary<string, Unit> Known = new Dictionary<string, Unit>
    {
        ["number"] = Unit.None,
        ["share"] = Unit.Share,
        ["second"] = Unit.Second,
        ["seconds"] = Unit.Second,
        ["minute"] = Unit.Minute,
        ["minutes"] = Unit.Minute,
        ["hour"] = Unit.Hour,
        ["hours"] = Unit.Hour,
        ["day"] = Unit.Day,
        ["days"] = Unit.Day,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What people write for a unit that has another name here.</summary>
    private static readonly (string Unit, string Written)[] Meant =
    [
        ("share", "% percent procent pct"),
        ("share points", "pp pe procentenheter"),
        ("SEK", "kr kronor krona"),
        ("EUR", "euro euros €"),
        ("USD", "dollar dollars $"),
        ("GBP", "£"),
        ("seconds", "s sec secs sekund sekunder"),
        ("minutes", "min mins minut minuter"),
        ("hours", "h hr hrs tim timme timmar"),
        ("days", "d dag dagar dygn"),
    ];

    private static readonly FrozenSet<string> Taken =
        new[] { "number", "share", "second", "minute", "hour", "day", "per", "and", "count" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a bare word is read as something else than an item of that name.</summary>
    public static bool IsTaken(string word) =>
        Taken.Contains(word) || IsCurrencyShaped(word) || MeantBy(word) is not null;

    /// <summary>The unit that was probably meant by a word that is none: <c>share</c> by <c>%</c>, <c>SEK</c> by <c>kr</c> or <c>sek</c>.</summary>
    public static string? MeantBy(string word)
    {
        foreach (var (unit, written) in Meant)
            if (written.Split(' ').Contains(word))
                return unit;
        return Currency.Find(word.ToUpperInvariant())?.Code;
    }

    /// <summary>Whether it is written as a currency code is: three capitals.</summary>
    public static bool IsCurrencyShaped(string word) => word.Length == 3 && word.All(char.IsAsciiLetterUpper);
}
