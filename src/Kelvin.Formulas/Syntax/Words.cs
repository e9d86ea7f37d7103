using System.Collections.Frozen;
using System.Globalization;

namespace Kelvin.Formulas.Syntax;

/// <summary>How the words of the language are written: what the lexer accepts and the printer must quote.</summary>
internal static class Words
{
    /// <summary>Words that cannot be names unless quoted.</summary>
    public static FrozenSet<string> Keywords { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "and", "or", "not", "in", "between", "like", "is", "case", "when", "then", "else", "end", "where", "true", "false");

    /// <summary>
    /// Words that go on with a balance or with events. They can be names, but where one follows a number it is not the
    /// number's unit unless quoted.
    /// </summary>
    public static FrozenSet<string> Continuing { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "per", "by", "within", "matching");

    /// <summary>Whether a function may say what is restated on its own: <c>closing(sum(accounts.balance) per user_id)</c>.</summary>
    public static bool TakesSeries(string function) => function.ToLowerInvariant() is "opening" or "closing" or "average_balance";

    /// <summary>Whether a function goes from events to events: <c>conversion(visits -> buys by user_id)</c>.</summary>
    public static bool IsConversion(string function) => function.ToLowerInvariant() is "conversion" or "conversions";

    /// <summary>Whether a name can start with this character.</summary>
    public static bool StartsName(char character) => char.IsLetter(character) || character == '_';

    /// <summary>Whether a name can go on with this character.</summary>
    public static bool ContinuesName(char character) => char.IsLetterOrDigit(character) || character == '_'
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether a name can be written without quotes.</summary>
    public static bool IsPlainName(string name) =>
        name.Length > 0 && StartsName(name[0]) && name.All(ContinuesName) && !Keywords.Contains(name);

    /// <summary>A name as it is written in a formula: quoted where it needs to be.</summary>
    public static string Name(string name) =>
        IsPlainName(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A unit as it is written after a number: quoted where it needs to be.</summary>
    public static string Unit(string unit) => Continuing.Contains(unit) ? $"\"{unit}\"" : Name(unit);

    /// <summary>A text as it is written in a formula.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
