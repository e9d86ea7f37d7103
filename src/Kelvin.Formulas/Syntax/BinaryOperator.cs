namespace Kelvin.Formulas.Syntax;

/// <summary>Operators between two operands, from the loosest to the tightest.</summary>
public enum BinaryOperator
{
#pragma warning disable CS1591 // The names are the operators.
    Or,
    And,
    Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Like,
    Add, Subtract,
    Multiply, Divide,
#pragma warning restore CS1591
}
