namespace Kelvin.Formulas.Syntax;

/// <summary>Operators before one operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>-a</c></summary>
    Negate,

    /// <summary><c>not a</c></summary>
    Not,
}
