namespace Kelvin.Interchange.Sql;

/// <summary>Cuts an SQL expression into tokens.</summary>
internal sealed class SqlLexer(string text)
{
    private static readonly string[] Signs = ["<=", ">=", "<>", "!=", "||", "::", "<", ">", "=", "+", "-", "*", "/", "%", "(", ")", ",", "."];

    private readonly List<SqlToken> _tokens = [];
    private int _at;

    /// <summary>All tokens; the last one is the end.</summary>
    public static List<SqlToken> Read(string text) => new SqlLexer(text).ReadAll();

    private List<SqlToken> ReadAll()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]))
                _at++;
            else if (StartsWith("--"))
                _at = IndexOf("\n", text.Length);
            else if (StartsWith("{{"))
                Add(SqlTokenKind.Reference, IndexOf("}}", text.Length - 2) + 2, written => written.Trim('{', '}', ' ', '\n', '\r', '\t'));
            else if (char.IsLetter(text[_at]) || text[_at] == '_')
                Add(SqlTokenKind.Word, End(sign => char.IsLetterOrDigit(sign) || sign is '_' or '$'), written => written.ToLowerInvariant());
            else if (char.IsAsciiDigit(text[_at]))
                Add(SqlTokenKind.Number, End(sign => char.IsAsciiDigit(sign) || sign == '.'), written => written);
            else if (text[_at] is '\'' or '"' or '`')
                AddQuoted(text[_at]);
            else if (Signs.FirstOrDefault(StartsWith) is { } sign)
                Add(SqlTokenKind.Sign, _at + sign.Length, written => written);
            else
                Add(SqlTokenKind.Unknown, _at + 1, written => written);
        }
        _tokens.Add(new SqlToken(SqlTokenKind.End, "", ""));
        return _tokens;
    }

    private bool StartsWith(string sought) => string.CompareOrdinal(text, _at, sought, 0, sought.Length) == 0;

    private int IndexOf(string sought, int otherwise) => text.IndexOf(sought, _at, StringComparison.Ordinal) is var found and >= 0 ? found : otherwise;

    private int End(Func<char, bool> goesOn)
    {
        var end = _at;
        while (end < text.Length && goesOn(text[end]))
            end++;
        return end;
    }

    /// <summary>A doubled quote inside stands for one.</summary>
    private void AddQuoted(char quote)
    {
        var end = _at + 1;
        while (end < text.Length && (text[end] != quote || (end + 1 < text.Length && text[end + 1] == quote)))
            end += text[end] == quote ? 2 : 1;
        var kind = end >= text.Length ? SqlTokenKind.Unknown : quote == '\'' ? SqlTokenKind.Text : SqlTokenKind.QuotedName;
        Add(kind, Math.Min(end + 1, text.Length), written => kind == SqlTokenKind.Unknown ? written : written[1..^1].Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal));
    }

    private void Add(SqlTokenKind kind, int end, Func<string, string> value)
    {
        var written = text[_at..end];
        _tokens.Add(new SqlToken(kind, value(written), written));
        _at = end;
    }
}
