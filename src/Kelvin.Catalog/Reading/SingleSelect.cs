namespace Kelvin.Catalog.Reading;

/// <summary>
/// Looks at SQL that will run on another's server: one SELECT and nothing else. It knows texts, quoted names and comments, and no
/// grammar: that the statement cannot write is for the transaction in which it runs.
/// </summary>
internal static class SingleSelect
{
    /// <summary>The statement without its end mark, or null when it is not one SELECT.</summary>
    public static string? Of(string sql)
    {
        var start = Skip(sql, 0);
        if (!BeginsWith(sql, start, "select") && !BeginsWith(sql, start, "with"))
            return null;
        var end = EndOf(sql, start);
        return end is { } at && Skip(sql, Math.Min(at + 1, sql.Length)) == sql.Length ? sql[..at].Trim() : null;
    }

    /// <summary>Where the first end mark outside of texts and comments stands, or the length; null when something is not closed.</summary>
    private static int? EndOf(string sql, int start)
    {
        var at = start;
        while (at < sql.Length && sql[at] != ';')
        {
            var next = sql[at] is '\'' or '"' or '`' ? Closed(sql, at, sql[at]) : Skip(sql, at) is var after && after > at ? after : at + 1;
            if (next is not { } place)
                return null;
            at = place;
        }
        return at;
    }

    private static int? Closed(string sql, int at, char quote) => sql.IndexOf(quote, at + 1) is >= 0 and var end ? end + 1 : null;

    /// <summary>Past blanks and comments.</summary>
    private static int Skip(string sql, int at)
    {
        while (at < sql.Length)
            if (char.IsWhiteSpace(sql[at]))
                at++;
            else if (sql.AsSpan(at).StartsWith("--"))
                at = sql.IndexOf('\n', at) is >= 0 and var line ? line : sql.Length;
            else if (sql.AsSpan(at).StartsWith("/*"))
                at = sql.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : sql.Length;
            else
                return at;
        return at;
    }

    private static bool BeginsWith(string sql, int at, string word) =>
        sql.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (at + word.Length == sql.Length || !char.IsLetterOrDigit(sql[at + word.Length]) && sql[at + word.Length] != '_');
}
