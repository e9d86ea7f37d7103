namespace Kelvin.Compiler;

/// <summary>Lists of names and formulas on one line.</summary>
public static class QuestionList
{
    /// <summary>The parts between commas; a comma within parentheses or quotation marks belongs to its formula.</summary>
    public static IEnumerable<string> Split(string written)
    {
        var (start, depth, quote) = (0, 0, '\0');
        for (var at = 0; at <= written.Length; at++)
        {
            var sign = at < written.Length ? written[at] : ',';
            if (at < written.Length && quote != '\0')
            {
                quote = sign == quote ? '\0' : quote;
                continue;
            }
            switch (sign)
            {
                case '\'' or '"':
                    quote = sign;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case ',' when depth <= 0 || at == written.Length:
                    if (written[start..at].Trim() is { Length: > 0 } part)
                        yield return part;
                    start = at + 1;
                    break;
            }
        }
    }
}
