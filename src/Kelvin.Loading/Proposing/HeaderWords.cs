using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Kelvin.Loading.Proposing;

/// <summary>What the name of a column says of its values, in English and Swedish.</summary>
internal static partial class HeaderWords
{
    private static readonly ImmutableArray<string> CodeWords =
        ["id", "ids", "nr", "no", "kod", "code", "zip", "postcode", "postnr", "postnummer", "phone", "telefon", "tel", "orgnr", "personnummer", "sku", "ean", "isbn", "iban", "konto", "kontonummer", "number", "nummer", "prefix", "uuid", "guid", "key"];

    private static readonly ImmutableArray<string> CodeEndings = ["nr", "nummer", "kod"];

    private static readonly ImmutableArray<string> DayWords = ["date", "datum", "day", "dag", "dt"];

    private static readonly ImmutableArray<(string Word, string Unit)> Durations =
    [
        ("hours", "hours"), ("hrs", "hours"), ("timmar", "hours"), ("tim", "hours"), ("minutes", "minutes"), ("minuter", "minutes"),
        ("seconds", "seconds"), ("sekunder", "seconds"), ("days", "days"), ("dagar", "days"),
    ];

    /// <summary>Whether values are names of things even when they are digits.</summary>
    public static bool AreCodes(string name) => Words(name) is [.., var last]
        && (CodeWords.Contains(last) || CodeEndings.Any(ending => last.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>Whether values are days.</summary>
    public static bool AreDays(string name) => Words(name).Any(word => DayWords.Contains(word)) || name.EndsWith("datum", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether values are shares of a whole.</summary>
    public static bool AreShares(string name) => name.Contains('%', StringComparison.Ordinal);

    /// <summary>The currency that a name says: <c>Amount (SEK)</c>, <c>price_eur</c>, <c>Belopp kr</c>; null where it says none.</summary>
    public static string? Currency(string name, string own)
    {
        foreach (Match code in CodePattern().Matches(name))
            if (Quantities.Currency.Find(code.Value.ToUpperInvariant()) is not null && (char.IsUpper(code.Value[1]) || Words(name)[^1] == code.Value))
                return code.Value.ToUpperInvariant();
        return OfSign(SignPattern().Match(name).Value, own);
    }

    /// <summary>The currency of a sign: the company's own where several have it.</summary>
    public static string? OfSign(string sign, string own) =>
        sign.Length == 0 ? null
        : Values.CurrencySigns.Means(sign, own) ? own
        : sign.ToUpperInvariant() switch { "€" => "EUR", "$" => "USD", "£" => "GBP", "¥" => "JPY", "KR" or "KR." or ":-" => "SEK", var code => Quantities.Currency.Find(code)?.Code };

    /// <summary>The unit of time that a name says: <c>handling (hours)</c>; null where it says none.</summary>
    public static string? Duration(string name)
    {
        var words = Words(name);
        // "days" alone counts; what is measured stands before it.
        return words.Length < 2 ? null : Durations.Where(pair => words[^1] == pair.Word).Select(pair => pair.Unit).FirstOrDefault();
    }

    /// <summary>The words of a name in lower case: at blanks and signs, and where a capital follows a small letter.</summary>
    public static string[] Words(string name) =>
        [.. WordPattern().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex(@"(?<![\p{L}])[A-Za-z]{3}(?![\p{L}])")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"[€$£¥]|(?<![\p{L}])kr\.?(?![\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex SignPattern();

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+")]
    private static partial Regex WordPattern();
}
