using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking;

/// <summary>The number of arguments of a call.</summary>
internal static class Arity
{
    /// <summary>Whether the number of arguments is within bounds; if not, an issue with the signature.</summary>
    public static bool Holds(Findings findings, Formula.Call call, int least, int most)
    {
        if (call.Arguments.Length >= least && call.Arguments.Length <= most)
            return true;
        findings.Report(
            call, "formula.argument-count",
            ("function", call.Function), ("given", call.Arguments.Length), ("signature", new SignatureInWords(call.Function)),
            ("decimal", DecimalComma(call, most)));
        return false;
    }

    /// <summary>Whether a number of decimals can be rounded to.</summary>
    public static bool IsDecimals(decimal digits) => digits is >= 0 and <= 15 && digits == decimal.Truncate(digits);

    /// <summary>Two whole numbers at the end of one argument too many are a number with a decimal comma.</summary>
    private static string? DecimalComma(Formula.Call call, int most) =>
        call.Arguments.Length == most + 1 && call.Arguments.Length >= 2
        && call.Arguments[^2] is Formula.Number { Unit: null } whole && call.Arguments[^1] is Formula.Number fraction
            ? $"{Written.Of(whole)}.{Written.Of(fraction)}"
            : null;
}
