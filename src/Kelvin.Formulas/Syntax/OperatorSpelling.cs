namespace Kelvin.Formulas.Syntax;

/// <summary>How operators are written.</summary>
internal static class OperatorSpelling
{
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
    public static BinaryOperator? Find(Token token) => token.Kind is not (TokenKind.Symbol or TokenKind.Keyword) ? null : token.Value switch
    {
        "or" => BinaryOperator.Or,
        "and" => BinaryOperator.And,
        "=" => BinaryOperator.Equal,
        "!=" => BinaryOperator.NotEqual,
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessOrEqual,
        ">" => BinaryOperator.Greater,
        ">=" => BinaryOperator.GreaterOrEqual,
        "like" => BinaryOperator.Like,
        "+" => BinaryOperator.Add,
        "-" => BinaryOperator.Subtract,
        "*" => BinaryOperator.Multiply,
        "/" => BinaryOperator.Divide,
        _ => null,
    };
}
