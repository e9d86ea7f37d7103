using System.Text.RegularExpressions;

namespace Kelvin.Loading.Text;

/// <summary>
/// Texts in CSV files that people open in a spreadsheet, which takes one that begins with <c>= + - @</c>, a tab or a carriage return for
/// a formula. Such a text gets an apostrophe in front, and so does one that has such an apostrophe of its own; numbers stay as they are.
/// </summary>
public static partial class HarmlessText
{
    /// <summary>Text that no spreadsheet takes for a formula.</summary>
    public static string Of(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>What <see cref="Of"/> was made from.</summary>
    public static ReadOnlySpan<char> Original(ReadOnlySpan<char> text) =>
        text is ['\'', ..] && IsFormula(text[1..]) ? text[1..] : text;

    /// <summary>Whether a spreadsheet would take a text for a formula, or it is one that was made harmless.</summary>
    internal static bool IsFormula(ReadOnlySpan<char> text) => text switch
    {
        ['=' or '@' or '\t' or '\r', ..] => true,
        ['+' or '-', ..] => !NumberPattern().IsMatch(text),
        ['\'', .. var rest] => IsFormula(rest),
        _ => false,
    };

    /// <summary>A number, an amount, a phone number: a sign before digits and what may stand between them.</summary>
    [GeneratedRegex(@"^[-+]\s?[\d.,'’ \u00a0\u202f]*\d(e[-+]?\d+)?\s*(%|kr|€|\$|£|[A-Z]{3})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
