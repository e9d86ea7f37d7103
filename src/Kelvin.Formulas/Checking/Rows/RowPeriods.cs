using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Checks <c>period(ordered_at, month)</c>: the period of a grain that a date or point in time lies in.</summary>
internal sealed class RowPeriods(Findings findings, RowChecker checker)
{
    /// <summary>The first day of the period, or its first instant for hours and minutes; null and an issue when it cannot be.</summary>
    public RowExpression? Check(Formula.Call call)
    {
        if (!Arity.Holds(findings, call, 2, 2) || checker.Check(call.Arguments[0]) is not { } moment)
            return null;
        if (!RowDates.IsInTime(moment))
            return Reject(call, moment);
        if (call.Arguments[1] is not Formula.Name word || GrainNames.Find(string.Join('.', word.Parts), findings.Scope) is not { } grain)
        {
            var names = GrainNames.Of(findings.Scope).ToList();
            var written = Written.Of(call.Arguments[1]);
            findings.Report(call.Arguments[1], "formula.unknown-period",
                ("function", call.Function), ("word", written), ("nearest", Written.Nearest(written, names)), ("periods", Alternatives.All(names)));
            return null;
        }
        if (grain.IsWithinDay && moment.Type.Kind != ValueKind.Timestamp)
            return Reject(call, moment);
        var name = new RowExpression.Constant(grain.Name, DataType.Text);
        return grain.IsWithinDay
            ? new RowExpression.Call(RowFunction.PeriodStart, [moment, name], DataType.Timestamp)
            : new RowExpression.Call(RowFunction.PeriodStart, [RowDates.AsDate(moment), name], DataType.Date);
    }

    private RowExpression? Reject(Formula.Call call, RowExpression moment)
    {
        findings.Report(call.Arguments[0], "formula.argument-kind",
            ("function", call.Function), ("written", Written.Of(call.Arguments[0])), ("type", new TypeInWords(moment.Type)),
            ("signature", new SignatureInWords(call.Function)));
        return null;
    }
}
