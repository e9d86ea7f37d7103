using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Formulas.Syntax;

/// <summary>Walks over the tokens of a formula, gives nodes their places and collects the issues of writing.</summary>
internal sealed class TokenCursor(FormulaSource source, List<Token> tokens, List<Issue> issues)
{
    /// <summary>An unclosed quote takes everything after it along, so that nothing more can be said about the end.</summary>
    private readonly bool _endIsQuoted = issues.Exists(issue => issue.Code is "formula.text-not-closed" or "formula.name-not-closed");

    /// <summary>Most levels of a formula: far beyond what people write, far below what a thread's stack bears.</summary>
    public const int MostLevels = 200;

    private int _index;
    private int _level;
    private int _lastReported = -1;
    private bool _gaveUp;

    /// <summary>The token in turn.</summary>
    public Token Current => tokens[_index];

    /// <summary>The token before the one in turn; at the start, the first.</summary>
    public Token Previous => tokens[Math.Max(_index - 1, 0)];

    /// <summary>The token after the one in turn.</summary>
    public Token Next => tokens[Math.Min(_index + 1, tokens.Count - 1)];

    /// <summary>Whether all tokens are read.</summary>
    public bool IsAtEnd => Current.Kind == TokenKind.End;

    /// <summary>Reads the token in turn.</summary>
    public Token Take()
    {
        var token = Current;
        if (_index < tokens.Count - 1)
            _index++;
        return token;
    }

    /// <summary>Reads the token in turn if it is this sign or keyword.</summary>
    public bool TakeIf(string word)
    {
        if (!Current.IsSymbol(word) && !Current.IsKeyword(word))
            return false;
        Take();
        return true;
    }

    /// <summary>Reads the token in turn if it is this word, which elsewhere is a name like any other.</summary>
    public bool TakeIfWord(string word)
    {
        if (Current.Kind != TokenKind.Name || !Current.Value.Equals(word, StringComparison.OrdinalIgnoreCase))
            return false;
        Take();
        return true;
    }

    /// <summary>Reads this sign or keyword, or reports that it is missing.</summary>
    public bool Expect(string word)
    {
        if (TakeIf(word))
            return true;
        Report(Current, IsAtEnd ? "formula.expected-before-end" : "formula.expected", ("expected", word), ("found", Written(Current)));
        return false;
    }

    /// <summary>The name that begins with a token already read, with what follows it after dots.</summary>
    public Formula.Name Name(Token token)
    {
        var parts = ImmutableArray.Create(token.Value);
        var places = ImmutableArray.Create(PlaceOf(token));
        while (TakeIf("."))
        {
            if (Current.Kind is not (TokenKind.Name or TokenKind.QuotedName or TokenKind.Keyword))
            {
                Report(Current, "formula.name-after-dot");
                break;
            }
            var part = Take();
            parts = parts.Add(part.Kind == TokenKind.Keyword ? Written(part) : part.Value);
            places = places.Add(PlaceOf(part));
        }
        return Placed(new Formula.Name(parts) { PartPlaces = places }, token.Start);
    }

    /// <summary>A name; where there is none, an issue and a name that stands for it.</summary>
    public Formula.Name ExpectName()
    {
        if (Current.Kind is TokenKind.Name or TokenKind.QuotedName)
            return Name(Take());
        Report(Current, IsAtEnd ? "formula.ends-early" : "formula.name-expected", ("written", Written(Current)));
        return OperandReader.Hole;
    }

    /// <summary>Names with commas between.</summary>
    public ImmutableArray<Formula.Name> Names()
    {
        var names = ImmutableArray.CreateBuilder<Formula.Name>();
        do
            names.Add(ExpectName());
        while (TakeIf(","));
        return names.DrainToImmutable();
    }

    /// <summary>Skips to the comma or parenthesis that ends the argument in turn, over inner parentheses.</summary>
    public void SkipToArgumentEnd()
    {
        for (var open = 0; !IsAtEnd; Take())
        {
            if (open == 0 && (Current.IsSymbol(",") || Current.IsSymbol(")")))
                return;
            open += Current.IsSymbol("(") ? 1 : Current.IsSymbol(")") ? -1 : 0;
        }
    }

    /// <summary>One level further in; false when that is too deep, and then the rest of the formula is given up.</summary>
    public bool Enter() => ++_level <= MostLevels || GiveUp();

    /// <summary>One level out.</summary>
    public void Leave() => _level--;

    /// <summary>A node with the place from an offset to the last token read.</summary>
    public T Placed<T>(T node, int start, params ReadOnlySpan<Formula> children)
        where T : Formula
    {
        var height = 1;
        foreach (var child in children)
            height = Math.Max(height, child.Height + 1);
        if (height > MostLevels)
            GiveUp();
        return node with { Place = PlaceFrom(start), Height = height };
    }

    /// <summary>The place of a token.</summary>
    public Place PlaceOf(Token token) => source.PlaceOf(token.Start, token.Length);

    /// <summary>How a token was written.</summary>
    public string Written(Token token) =>
        token.Length > 40 ? source.Text.Substring(token.Start, 40) + "…" : source.Text.Substring(token.Start, token.Length);

    /// <summary>An issue at a token; a second one at the same token would only be an echo.</summary>
    public void Report(Token token, string code, params ReadOnlySpan<(string, object?)> arguments)
    {
        if (_gaveUp || token.Start == _lastReported || (_endIsQuoted && IsAtEnd))
            return;
        _lastReported = token.Start;
        issues.Add(Issue.At(PlaceOf(token), code, arguments));
    }

    private Place PlaceFrom(int start) =>
        source.PlaceOf(start, Math.Max(1, (_index == 0 ? 0 : tokens[_index - 1].After) - start));

    private bool GiveUp()
    {
        Report(Current, "formula.too-deep", ("levels", MostLevels));
        _gaveUp = true;
        _index = tokens.Count - 1;
        return false;
    }
}
