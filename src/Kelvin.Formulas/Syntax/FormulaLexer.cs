using Kelvin.Language;

namespace Kelvin.Formulas.Syntax;

/// <summary>
/// Cuts the text of a formula into tokens. What it cannot read becomes an issue, and it goes on after it.
/// </summary>
internal sealed class FormulaLexer(FormulaSource source, List<Issue> issues)
{
    private static readonly string[] Symbols = ["->", "<=", ">=", "!=", "<>", "==", "&&", "||", "<", ">", "=", "+", "-", "*", "/", "(", ")", ",", ";", ".", "%"];

    private readonly string _text = source.Text;
    private readonly List<Token> _tokens = [];
    private int _at;

    /// <summary>All tokens; the last one is the end.</summary>
    public List<Token> Read()
    {
        while (_at < _text.Length)
        {
            var character = _text[_at];
            if (char.IsWhiteSpace(character))
                _at++;
            else if (Words.StartsName(character))
                ReadWord();
            else if (char.IsAsciiDigit(character))
                ReadNumber();
            else if (character is '\'' or '"' or '’' or '‘' or '“' or '”')
                ReadQuoted(character);
            else
                ReadSymbol();
        }
        Add(TokenKind.End, "", _text.Length, 0);
        return _tokens;
    }

    private void ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && Words.ContinuesName(_text[_at]))
            _at++;
        var word = _text[start.._at];
        if (Words.Keywords.Contains(word))
            Add(TokenKind.Keyword, word.ToLowerInvariant(), start, word.Length);
        else
            Add(TokenKind.Name, word, start, word.Length);
    }

    private void ReadNumber()
    {
        var start = _at;
        SkipDigits();
        if (_at + 1 < _text.Length && _text[_at] == '.' && char.IsAsciiDigit(_text[_at + 1]))
        {
            _at++;
            SkipDigits();
        }
        Add(TokenKind.Number, _text[start.._at], start, _at - start);
    }

    private void SkipDigits()
    {
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
    }

    /// <summary>A doubled quote inside stands for one. Word processors' curly quotes are told apart from ours.</summary>
    private void ReadQuoted(char quote)
    {
        var start = _at;
        if (quote is not ('\'' or '"'))
        {
            Report("formula.curly-quote", start, 1);
            _at++;
            return;
        }
        var end = start + 1;
        var doubled = false;
        while (end < _text.Length && (_text[end] != quote || (end + 1 < _text.Length && _text[end + 1] == quote)))
        {
            doubled |= _text[end] == quote;
            end += _text[end] == quote ? 2 : 1;
        }
        if (end >= _text.Length)
            Report(quote == '\'' ? "formula.text-not-closed" : "formula.name-not-closed", start, 1);
        _at = Math.Min(end + 1, _text.Length);
        var inside = _text[(start + 1)..Math.Min(end, _text.Length)];
        if (doubled)
            inside = inside.Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal);
        if (quote == '"' && inside.Length == 0 && end < _text.Length)
            Report("formula.name-empty", start, 2);
        Add(quote == '\'' ? TokenKind.Text : TokenKind.QuotedName, inside, start, _at - start);
    }

    private void ReadSymbol()
    {
        var start = _at;
        var symbol = Symbols.FirstOrDefault(candidate => string.CompareOrdinal(_text, start, candidate, 0, candidate.Length) == 0);
        if (symbol is null)
        {
            do
                _at++;
            while (_at < _text.Length && IsStrange(_text[_at]));
            Report("formula.strange-character", start, _at - start, ("written", Shown(start, _at)));
            return;
        }
        _at += symbol.Length;
        var (canonical, instead) = symbol switch
        {
            "<>" => ("!=", null),
            "==" => ("=", "="),
            "&&" => ("and", "and"),
            "||" => ("or", "or"),
            ";" => (",", ","),
            _ => (symbol, null),
        };
        if (instead is not null)
            Report("formula.other-spelling", start, symbol.Length, ("written", symbol), ("instead", instead));
        Add(canonical is "and" or "or" ? TokenKind.Keyword : TokenKind.Symbol, canonical, start, symbol.Length);
    }

    private static bool IsStrange(char character) =>
        !char.IsWhiteSpace(character) && !Words.ContinuesName(character) && character is not ('\'' or '"')
        && !Symbols.Any(symbol => symbol[0] == character);

    /// <summary>Control characters would spoil a terminal; a long run would spoil a sentence.</summary>
    private string Shown(int start, int end) =>
        string.Concat(_text[start..Math.Min(end, start + 12)].Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character));

    private void Add(TokenKind kind, string value, int start, int length) => _tokens.Add(new Token(kind, value, start, length));

    private void Report(string code, int start, int length, params ReadOnlySpan<(string, object?)> arguments) =>
        issues.Add(Issue.At(source.PlaceOf(start, length), code, arguments));
}
