using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>Units of sums, differences, products and quotients.</summary>
internal static class UnitArithmetic
{
    /// <summary>
    /// The unit of a sum or difference of two operands that have this unit in common. The difference of two shares is
    /// in share points, unless one of them is a bare number: <c>1 - returned_share</c> is a share.
    /// </summary>
    public static Unit OfSum(Operand left, Operand right, bool isDifference, Unit common) =>
        !common.IsDimensionless ? common
        : isDifference && left is { IsBare: false } && right is { IsBare: false } && left.Unit == Unit.Share && right.Unit == Unit.Share
            ? Unit.SharePoints
        : left.Unit == Unit.Share || right.Unit == Unit.Share ? Unit.Share
        : common;

    /// <summary>Whether both are shares or share points, which add up in any mixture.</summary>
    public static bool AreShares(Operand left, Operand right) => IsShare(left.Unit) && IsShare(right.Unit);

    /// <summary>
    /// The unit in which the right operand of a product or quotient is taken, so that lengths of time of the same kind
    /// cancel: hours · (SEK per day) takes SEK per hour.
    /// </summary>
    public static (Unit Unit, decimal Factor) RightOperand(Unit left, Unit right)
    {
        var aligned = UnitConversion.WithDurationOf(right, left);
        return UnitConversion.Factor(right, aligned) is { } factor ? (aligned, factor) : (right, 1);
    }

    private static bool IsShare(Unit unit) => unit == Unit.Share || unit == Unit.SharePoints;
}
