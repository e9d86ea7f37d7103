namespace Kelvin.Cli.Terminals;

/// <summary>Text from a file as a terminal may show it: signs that would move the cursor, ring or colour are shown as dots.</summary>
internal static class SafeText
{
    private const int Longest = 40;

    /// <summary>The text on one line.</summary>
    public static string Of(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? '·' : sign));

    /// <summary>The text with its line breaks.</summary>
    public static string Lines(string text) => string.Concat(text.Select(sign => sign != '\n' && char.IsControl(sign) ? '·' : sign));

    /// <summary>The text on one line, cut where it is long.</summary>
    public static string Short(string text) => Of(text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…"));
}
