namespace Kelvin.Formulas.Syntax;

/// <summary>How tightly operators bind; the parser and the printer share it.</summary>
internal static class Tightness
{
    public const int Or = 1;
    public const int And = 2;
    public const int Not = 3;
    public const int Comparison = 4;
    public const int Sum = 5;
    public const int Product = 6;
    public const int Negation = 7;
    public const int Operand = 8;

    /// <summary>Of an operator between two operands.</summary>
    public static int Of(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => Or,
        BinaryOperator.And => And,
        BinaryOperator.Add or BinaryOperator.Subtract => Sum,
        BinaryOperator.Multiply or BinaryOperator.Divide => Product,
        _ => Comparison,
    };

    /// <summary>Of the outermost operator of a formula.</summary>
    public static int Of(Formula formula) => formula switch
    {
        Formula.Binary binary => Of(binary.Operator),
        Formula.Unary { Operator: UnaryOperator.Not } => Not,
        Formula.Unary => Negation,
        Formula.In or Formula.Between or Formula.Presence => Comparison,
        _ => Operand,
    };
}
