using System.Collections.Frozen;

namespace Kelvin.Formulas.Syntax;

/// <summary>How operators are written.</summary>
internal static class OperatorSpelling
{
    private static readonly FrozenDictionary<string, BinaryOperator> BySpelling =
        Enum.GetValues<BinaryOperator>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>The spelling of an operator.</summary>
    public static string Of(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Like => "like",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => throw new ArgumentOutOfRangeException(nameof(binary)),
    };

    /// <summary>The operator that a token is, or null.</summary>
    public static BinaryOperator? Find(Token token) =>
        token.Kind is TokenKind.Symbol or TokenKind.Keyword && BySpelling.TryGetValue(token.Value, out var binary) ? binary : null;
}
