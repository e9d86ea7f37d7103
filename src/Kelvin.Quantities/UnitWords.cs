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
        ["points"] = Unit.SharePoints,
        ["second"] = Unit.Second,
        ["seconds"] = Unit.Second,
        ["minute"] = Unit.Minute,
        ["minutes"] = Unit.Minute,
        ["hour"] = Unit.Hour,
        ["hours"] = Unit.Hour,
        ["day"] = Unit.Day,
        ["days"] = Unit.Day,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Taken =
        new[] { "number", "share", "point", "points", "second", "minute", "hour", "day", "per", "and", "count" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a bare word is read as something else than an item of that name.</summary>
    public static bool IsTaken(string word) => Taken.Contains(word) || IsCurrencyShaped(word);

    /// <summary>Whether it is written as a currency code is: three capitals.</summary>
    public static bool IsCurrencyShaped(string word) => word.Length == 3 && word.All(char.IsAsciiLetterUpper);
}
