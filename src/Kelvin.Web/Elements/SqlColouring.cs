using System.Text.RegularExpressions;

namespace Kelvin.Web.Elements;

/// <summary>Cuts SQL into pieces to be set off: keywords and quoted texts.</summary>
internal static partial class SqlColouring
{
    /// <summary>The text in pieces; a piece that is set off has the name of its style.</summary>
    public static IEnumerable<(string Text, string? Kind)> Pieces(string sql)
    {
        var at = 0;
        foreach (Match match in Notable().Matches(sql))
        {
            if (match.Index > at)
                yield return (sql[at..match.Index], null);
            yield return (match.Value, match.Groups["name"].Success ? null : match.Groups["text"].Success ? "text" : "keyword");
            at = match.Index + match.Length;
        }
        if (at < sql.Length)
            yield return (sql[at..], null);
    }

    [GeneratedRegex(
        """(?<name>"(?:[^"]|"")*")|(?<text>'(?:[^']|'')*')|\b(?:select|from|where|group by|order by|with|as|and|or|not|on|left|inner|full|outer|join|filter|case|when|then|else|end|is|null|in|between|like|limit|offset|union all|distinct|over|partition by|cast|having|desc|asc|nulls last)\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notable();
}
