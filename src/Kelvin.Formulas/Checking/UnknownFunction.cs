using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking;

/// <summary>Words for a function that the language does not have.</summary>
internal static class UnknownFunction
{
    /// <summary>The issue, with what does the same work here or the nearest name.</summary>
    public static void Report(Findings findings, Formula.Call call)
    {
        var familiar = FunctionNames.Familiar.GetValueOrDefault(call.Function);
        findings.Report(
            call.FunctionPlace ?? call.Place, "formula.unknown-function",
            ("function", call.Function.Length > 60 ? call.Function[..60] + "…" : call.Function),
            ("instead", familiar),
            ("nearest", familiar is null ? Written.Nearest(call.Function, FunctionNames.All) : null),
            ("all", string.Join(", ", FunctionNames.Aggregates.Order(StringComparer.Ordinal))));
    }
}
