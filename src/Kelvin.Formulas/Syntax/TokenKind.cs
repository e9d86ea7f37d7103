namespace Kelvin.Formulas.Syntax;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Number,
    Text,
    Name,
    QuotedName,
    Keyword,
    Symbol,
    End,
}
