using Kelvin.Calendars;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>
/// Checks <c>period(ordered_at, month)</c>, the period of a grain that a date or point in time lies in, and
/// <c>period_name(ordered_at, sprint)</c>, what a calendar of the workspace calls it.
/// </summary>
internal sealed class RowPeriods(Findings findings, RowChecker checker)
{
    /// <summary>The first day of the period, or its first instant for hours and minutes, or its name; null and an issue when it cannot be.</summary>
    public RowExpression? Check(Formula.Call call)
    {
        if (!Arity.Holds(findings, call, 2, 2) || checker.Check(call.Arguments[0]) is not { } moment)
            return null;
        if (!RowDates.IsInTime(moment))
            return Reject(call, moment);
        if (Named(call) is not { } grain)
            return Unknown(call);
        if (grain.IsWithinDay && moment.Type.Kind != ValueKind.Timestamp)
            return Reject(call, moment);
        var name = new RowExpression.Constant(grain.Name, DataType.Text);
        if (call.Function == "period_name")
            return new RowExpression.Call(RowFunction.PeriodName, [RowDates.AsDate(moment), name], DataType.Text);
        return grain.IsWithinDay
            ? new RowExpression.Call(RowFunction.PeriodStart, [moment, name], DataType.Timestamp)
            : new RowExpression.Call(RowFunction.PeriodStart, [RowDates.AsDate(moment), name], DataType.Date);
    }

    /// <summary>The grain that is named; only a calendar of the workspace gives its periods names.</summary>
    private Grain? Named(Formula.Call call) =>
        call.Arguments[1] is Formula.Name word && GrainNames.Find(string.Join('.', word.Parts), findings.Scope) is { } grain
        && (call.Function == "period" || findings.Scope.CalendarGrains.Contains(grain.Name))
            ? grain
            : null;

    private RowExpression? Unknown(Formula.Call call)
    {
        var names = (call.Function == "period" ? GrainNames.Of(findings.Scope) : findings.Scope.CalendarGrains).ToList();
        var written = Written.Of(call.Arguments[1]);
        if (names.Count == 0)
            findings.Report(call.Arguments[1], "formula.no-named-periods", ("function", call.Function));
        else
            findings.Report(call.Arguments[1], call.Function == "period" ? "formula.unknown-period" : "formula.period-without-name",
                ("function", call.Function), ("word", written), ("nearest", Written.Nearest(written, names)), ("periods", Alternatives.All(names)));
        return null;
    }

    private RowExpression? Reject(Formula.Call call, RowExpression moment)
    {
        findings.Report(call.Arguments[0], "formula.argument-kind",
            ("function", call.Function), ("written", Written.Of(call.Arguments[0])), ("type", new TypeInWords(moment.Type)),
            ("signature", new SignatureInWords(call.Function)));
        return null;
    }
}
