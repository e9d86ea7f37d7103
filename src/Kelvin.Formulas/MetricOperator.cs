namespace Kelvin.Formulas;

/// <summary>The operators of the metric level.</summary>
public enum MetricOperator
{
#pragma warning disable CS1591 // The names are the operators; the remarks say what is not plain from them.
    Add, Subtract, Multiply,

    /// <summary>Quotient as double; missing when the divisor is zero.</summary>
    Divide,
    Negate, Absolute,

    /// <summary>Rounds half away from zero; second argument: decimals (constant).</summary>
    Round,

    /// <summary>The least or greatest of its arguments; missing ones are passed over.</summary>
    Least, Greatest,

    /// <summary>The first argument that is there.</summary>
    Coalesce,

    /// <summary>Conditions, only inside <c>case</c>: 1 where they hold, 0 where not, missing where unknown.</summary>
    Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, And, Or, Not, IsKnown,
#pragma warning restore CS1591
}
