using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>Words for a sum or difference of things that do not add up.</summary>
internal static class UnitClash
{
    /// <summary>Which issue it is: a bare number beside a unit has its own remedy.</summary>
    public static string Code(Operand left, Operand right) =>
        left.IsBare || right.IsBare ? "formula.bare-number" : "formula.unit-clash";

    /// <summary>What the sentence needs.</summary>
    public static (string, object?)[] Words(Formula.Binary written, Operand left, Operand right)
    {
        var (bare, other) = left.IsBare ? (written.Left, right) : (written.Right, left);
        return
        [
            ("left", Written.Of(written.Left)), ("leftUnit", new UnitInWords(left.Unit)),
            ("right", Written.Of(written.Right)), ("rightUnit", new UnitInWords(right.Unit)),
            ("bare", Written.Of(bare)), ("other", Written.Of(left.IsBare ? written.Right : written.Left)),
            ("unit", new UnitInWords(other.Unit)),
        ];
    }
}
