using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Checks calls of row functions.</summary>
internal sealed class RowCalls(Findings findings, RowChecker checker, RowChoice choice)
{
    public RowExpression? Check(Formula.Call call)
    {
        if (FunctionNames.Balances.Contains(call.Function) || FunctionNames.Events.Contains(call.Function))
        {
            findings.Report(call, "formula.metric-function-in-row", ("function", call.Function));
            return null;
        }
        if (FunctionNames.Time.Contains(call.Function) || call.Function == FunctionNames.Filtered)
        {
            findings.Report(call, call.Function == FunctionNames.Filtered ? "formula.filtered-in-row" : "formula.time-function-in-row", ("function", call.Function));
            return null;
        }
        if (!FunctionNames.RowOnly.Contains(call.Function) && !FunctionNames.Both.Contains(call.Function))
        {
            UnknownFunction.Report(findings, call);
            return null;
        }
        if (call.Where is not null)
        {
            findings.Report(call.Where, "formula.where-not-here", ("function", call.Function));
            return null;
        }
        if (call.Function is "period" or "period_name")
            return new RowPeriods(findings, checker).Check(call);
        if (call.Function == "convert")
            return new RowConversion(findings, checker).Check(call);
        return checker.CheckAll(call.Arguments) is { } arguments ? Resolve(call, arguments) : null;
    }

    private RowExpression? Resolve(Formula.Call call, ImmutableArray<RowExpression> arguments)
    {
        switch (call.Function)
        {
            case "coalesce":
                return Arity.Holds(findings, call, 1, int.MaxValue) ? choice.OneType(RowFunction.Coalesce, call, arguments) : null;
            case "least":
                return Arity.Holds(findings, call, 2, int.MaxValue) ? Ordered(RowFunction.Least, call, arguments) : null;
            case "greatest":
                return Arity.Holds(findings, call, 2, int.MaxValue) ? Ordered(RowFunction.Greatest, call, arguments) : null;
            case "date":
                return Arity.Holds(findings, call, 1, 1) ? Argument(call, 0, arguments[0], RowArgument.Date) : null;
            case "days_between":
                return DaysBetween(call, arguments);
            default:
                return Apply(RowFunctionRule.ByName[call.Function], call, arguments);
        }
    }

    private RowExpression? Ordered(RowFunction function, Formula.Call call, ImmutableArray<RowExpression> arguments)
    {
        if (choice.OneType(function, call, arguments) is not { } found)
            return null;
        if (found.Type.Kind != ValueKind.Boolean)
            return found;
        findings.Report(call, "formula.no-order", ("written", Written.Of(call.Arguments[0])));
        return null;
    }

    private RowExpression? DaysBetween(Formula.Call call, ImmutableArray<RowExpression> arguments)
    {
        if (!Arity.Holds(findings, call, 2, 2))
            return null;
        var first = RowDates.IsInTime(arguments[0]) ? arguments[0] : Argument(call, 0, arguments[0], RowArgument.Date);
        var second = RowDates.IsInTime(arguments[1]) ? arguments[1] : Argument(call, 1, arguments[1], RowArgument.Date);
        return first is null || second is null ? null : RowDates.DaysBetween(first, second);
    }

    private RowExpression.Call? Apply(RowFunctionRule rule, Formula.Call call, ImmutableArray<RowExpression> arguments)
    {
        var most = rule.LastRepeats ? int.MaxValue : rule.Arguments.Length;
        if (!Arity.Holds(findings, call, rule.LastIsOptional ? rule.Arguments.Length - 1 : rule.Arguments.Length, most))
            return null;
        ImmutableArray<RowExpression?> fitting =
            [.. arguments.Select((value, at) => Argument(call, at, value, rule.Arguments[Math.Min(at, rule.Arguments.Length - 1)]))];
        if (rule.Function == RowFunction.Round && fitting.Length == 1)
            fitting = fitting.Add(new RowExpression.Constant(0m, DataType.Number(Unit.None)));
        return fitting.Contains(null) ? null : new RowExpression.Call(rule.Function, fitting!, rule.Result ?? fitting[0]!.Type);
    }

    /// <summary>The argument in the kind that is wanted, or null and an issue.</summary>
    private RowExpression? Argument(Formula.Call call, int at, RowExpression value, RowArgument wanted)
    {
        var isPlain = value.Type.Kind == ValueKind.Number && value.Type.Unit == Unit.None;
        var fits = wanted switch
        {
            RowArgument.Number => value.Type.Kind == ValueKind.Number,
            RowArgument.Days => isPlain || value.Type == DataType.Number(Unit.Day),
            RowArgument.Count => isPlain,
            RowArgument.Decimals => isPlain && value is RowExpression.Constant { Value: decimal digits } && Arity.IsDecimals(digits),
            RowArgument.Text => value.Type.Kind == ValueKind.Text,
            RowArgument.Date => RowDates.IsInTime(value),
            _ => value.Type.Kind == ValueKind.Timestamp,
        };
        if (fits)
            return wanted == RowArgument.Date ? RowDates.AsDate(value) : value;
        findings.Report(
            call.Arguments[at], wanted == RowArgument.Decimals ? "formula.not-decimals" : "formula.argument-kind",
            ("function", call.Function), ("written", Written.Of(call.Arguments[at])), ("type", new TypeInWords(value.Type)),
            ("signature", new SignatureInWords(call.Function)));
        return null;
    }
}
