namespace Kelvin.Formulas.Syntax;

/// <summary>A word, number, text or sign of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Keywords in lower case, signs in canonical spelling, texts and names without quotes, else as written.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters; 0 for the end.</param>
internal sealed record Token(TokenKind Kind, string Value, int Start, int Length)
{
    /// <summary>Offset just after its last character.</summary>
    public int After => Start + Length;

    /// <summary>Whether it is this sign.</summary>
    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Value == symbol;

    /// <summary>Whether it is this keyword.</summary>
    public bool IsKeyword(string word) => Kind == TokenKind.Keyword && Value == word;
}
