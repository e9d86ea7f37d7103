using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>Words for numbers whose units do not fit each other.</summary>
internal static class SumClash
{
    /// <summary>Two operands that cannot be added or subtracted: a bare number beside a unit has its own remedy.</summary>
    public static void Report(Findings findings, Formula.Binary written, Operand left, Operand right)
    {
        if (!left.IsBare && !right.IsBare)
        {
            ReportUnits(findings, written, "formula.unit-clash", (written.Left, left.Unit), (written.Right, right.Unit));
            return;
        }
        var (bare, other, unit) = left.IsBare ? (written.Left, written.Right, right.Unit) : (written.Right, written.Left, left.Unit);
        findings.Report(written, "formula.bare-number", ("bare", Written.Of(bare)), ("other", Written.Of(other)), ("type", new TypeInWords(DataType.Number(unit))));
    }

    /// <summary>Two values that cannot be compared, or stand for each other.</summary>
    public static void ReportMismatch(Findings findings, (Formula Written, Unit Unit) left, (Formula Written, Unit Unit) right) =>
        ReportUnits(findings, right.Written, "formula.unit-mismatch", left, right);

    private static void ReportUnits(Findings findings, Formula at, string code, (Formula Written, Unit Unit) left, (Formula Written, Unit Unit) right)
    {
        var isCurrency = UnitRules.Compare(left.Unit, right.Unit) is UnitSum.Clashes { Kind: UnitClash.DifferentCurrencies };
        findings.Report(
            at, isCurrency ? "formula.different-currencies" : code,
            ("left", Written.Of(left.Written)), ("leftType", new TypeInWords(DataType.Number(left.Unit))),
            ("right", Written.Of(right.Written)), ("rightType", new TypeInWords(DataType.Number(right.Unit))));
    }
}
