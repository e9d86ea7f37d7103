using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Entries.Values;

/// <summary>
/// Reads numbers as spreadsheets and people write them: spaces of any kind group thousands, a minus may be the true sign or parentheses
/// around, a currency or a per cent sign may follow.
/// </summary>
internal static partial class EnteredNumber
{
    private const int ExactDigits = 18;

    public static Checked<EnteredValue> Read(string written, Column column, Tongue tongue)
    {
        var text = Plain(written, column, out var isPercent, out var isNegative);
        if (!Shape().IsMatch(Space().Replace(text, "")))
            return EnteredText.Fault("entry.not-number", column, written);
        var digits = Ungrouped(text, isNegative) is { } plain ? Decimal(plain, tongue) : null;
        if (digits is null)
            return EnteredText.Fault("entry.number-unclear", column, written, ("mark", tongue == Tongue.Swedish ? "," : "."));
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return EnteredText.Fault("entry.number-too-large", column, written);
        number = (isNegative ? -number : number) / (isPercent ? 100 : 1);
        if (!isPercent && column.Type.Unit == Unit.Share && Math.Abs(number) > 1)
            return EnteredText.Fault("entry.share-unclear", column, written);
        return column.Decimals is { } decimals ? Exact(number, decimals, column, written) : Checked<EnteredValue>.Sound(new EnteredValue((double)number));
    }

    private static Checked<EnteredValue> Exact(decimal number, int decimals, Column column, string written) =>
        decimal.Round(number, decimals) != number ? EnteredText.Fault(decimals == 0 ? "entry.number-whole" : "entry.number-decimals", column, written, ("decimals", decimals))
        : Math.Abs(number) >= (decimal)Math.Pow(10, ExactDigits - Math.Min(decimals, ExactDigits - 1)) ? EnteredText.Fault("entry.number-too-large", column, written)
        : Checked<EnteredValue>.Sound(new EnteredValue(number));

    /// <summary>Without what stands around the digits.</summary>
    private static string Plain(string written, Column column, out bool isPercent, out bool isNegative)
    {
        var text = Trimmed(written).Replace('\u2212', '-').Replace('\u2013', '-');
        isNegative = text is ['(', .., ')'];
        if (isNegative)
            text = Trimmed(text[1..^1]);
        if (column.Type.Unit.ToString() is { Length: 3 } currency && text.EndsWith(currency, StringComparison.OrdinalIgnoreCase))
            text = Trimmed(text[..^3]);
        else if (text.EndsWith("kr", StringComparison.OrdinalIgnoreCase) && column.Type.Unit.ToString() == "SEK")
            text = Trimmed(text[..^2]);
        isPercent = text.EndsWith('%') && column.Type.Unit == Unit.Share;
        return isPercent ? Trimmed(text[..^1]) : text;
    }

    private static string Trimmed(string text) => Around().Replace(text, "");

    /// <summary>The number without the blanks in it; null where they do not group thousands, or where it is negative twice.</summary>
    private static string? Ungrouped(string text, bool isNegative)
    {
        var unsigned = text is ['-' or '+', ..] ? Trimmed(text[1..]) : text;
        if (unsigned.Length != text.Length && isNegative || Space().IsMatch(unsigned) && !Groups().IsMatch(unsigned))
            return null;
        return (text[0] == '-' ? "-" : "") + Space().Replace(unsigned, "");
    }

    /// <summary>
    /// The digits with a point before the decimals; null where a mark may group thousands as well as begin decimals. The language
    /// decides its own mark; the other one is understood where it can mean only one thing.
    /// </summary>
    private static string? Decimal(string text, Tongue tongue)
    {
        var (own, other) = tongue == Tongue.English ? ('.', ',') : (',', '.');
        var owns = text.Count(sign => sign == own);
        var others = text.Count(sign => sign == other);
        if (owns > 1)
            return null;
        if (others == 0)
            return text.Replace(own, '.');
        var groups = Regex.IsMatch(text, $@"\A-?[0-9]{{1,3}}(\{other}[0-9]{{3}})+(\{own}[0-9]*)?\z", RegexOptions.CultureInvariant);
        if (groups && (owns == 1 || others > 1 || tongue == Tongue.English))
            return text.Replace(other.ToString(), "", StringComparison.Ordinal).Replace(own, '.');
        return owns == 0 && others == 1 && !groups && tongue != Tongue.English ? text.Replace(other, '.') : null;
    }

    [GeneratedRegex(@"\A[-+]?[0-9][0-9.,]*\z|\A[-+]?[.,][0-9]+\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A[\s\u00A0\u202F\u2009]+|[\s\u00A0\u202F\u2009]+\z")]
    private static partial Regex Around();

    [GeneratedRegex(@"\A[0-9]{1,3}([\s\u00A0\u202F\u2009'][0-9]{3})+([.,][0-9]*)?\z")]
    private static partial Regex Groups();

    [GeneratedRegex(@"[\s\u00A0\u202F\u2009']")]
    private static partial Regex Space();
}
