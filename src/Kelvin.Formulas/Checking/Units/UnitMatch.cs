using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>The unit that several operands have in common once lengths of time are converted.</summary>
/// <param name="Common">The common unit.</param>
/// <param name="Clash">Positions of two operands that cannot be brought together, or null.</param>
internal sealed record UnitMatch(Unit Common, (int First, int Second)? Clash)
{
    /// <summary>
    /// Matches operands. Lengths of time become the finest among them, except that a literal is converted itself where
    /// that is exact. A bare number takes any unit where it may adapt, and a dimensionless one anywhere.
    /// </summary>
    public static UnitMatch Of(IReadOnlyList<Operand> operands, bool bareNumbersAdapt)
    {
        var positions = Enumerable.Range(0, operands.Count)
            .OrderBy(at => operands[at].IsBare ? 2 : operands[at].Literal is null ? 0 : 1);
        var (common, anchor) = (Unit.None, -1);
        foreach (var at in positions)
        {
            if (anchor < 0)
                (common, anchor) = (operands[at].Unit, at);
            else if (Join(common, operands[at], bareNumbersAdapt) is { } joined)
                common = joined;
            else
                return new UnitMatch(common, (Math.Min(anchor, at), Math.Max(anchor, at)));
        }
        return new UnitMatch(common, null);
    }

    /// <summary>The unit of the sum or difference of two operands that match.</summary>
    public Unit OfSum(Unit left, Unit right, bool isDifference) =>
        !Common.IsDimensionless ? Common
        : (isDifference ? UnitRules.Subtract(left, right) : UnitRules.Add(left, right)) is UnitSum.Fits fits ? fits.Result
        : Common;

    /// <summary>The unit of one of several numbers that were brought together: numbers beside a share are shares.</summary>
    public static Unit OfOne(IEnumerable<Unit> aligned) =>
        aligned.Aggregate((one, other) => UnitRules.Compare(one, other) is UnitSum.Fits fits ? fits.Result : one);

    private static Unit? Join(Unit common, Operand operand, bool bareNumbersAdapt)
    {
        if (operand.IsBare)
            return bareNumbersAdapt || common.IsDimensionless ? common : null;
        if (common.IsDimensionless && operand.Unit.IsDimensionless)
            return UnitRules.Compare(common, operand.Unit) is UnitSum.Fits fits ? fits.Result : null;
        if (UnitConversion.Factor(operand.Unit, common) is not { } factor)
            return null;
        var converted = operand.Literal is { } literal ? UnitConversion.Convert(literal, operand.Unit, common) : (decimal?)null;
        return factor >= 1 || (converted is not null && decimal.Round(converted.Value, 12) == converted) ? common : operand.Unit;
    }
}
