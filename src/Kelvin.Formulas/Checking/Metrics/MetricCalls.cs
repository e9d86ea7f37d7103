using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Checks calls at the metric level that are no aggregates.</summary>
internal sealed class MetricCalls(Findings findings, MetricChecker checker)
{
    private readonly TimeWindows _windows = new(findings);

    public MetricExpression? Check(Formula.Call call)
    {
        if (call.Function == FunctionNames.Filtered)
            return new MetricFilters(findings, checker).Check(call);
        var isTime = FunctionNames.Time.Contains(call.Function);
        if (!isTime && !FunctionNames.Both.Contains(call.Function))
        {
            if (FunctionNames.RowOnly.Contains(call.Function))
                findings.Report(call, "formula.row-function-in-metric", ("function", call.Function), ("written", Written.Of(call)));
            else
                UnknownFunction.Report(findings, call);
            return null;
        }
        if (call.Where is not null)
        {
            findings.Report(call.Where, "formula.where-not-here", ("function", call.Function));
            return null;
        }
        return isTime ? InTime(call) : Ordinary(call);
    }

    private MetricExpression? InTime(Formula.Call call)
    {
        var arguments = call.Function == "cumulative" ? 1 : 2;
        if (!Arity.Holds(findings, call, arguments, arguments))
            return null;
        var metric = checker.Check(call.Arguments[0]);
        if (FunctionNames.Reductions.Contains(call.Function))
            return _windows.Period(call) is { } per && metric is not null
                ? new MetricExpression.Reduced(FunctionNames.Reduction(call.Function), per, metric, metric.Unit)
                : null;
        var window = _windows.Read(call);
        if (metric is null || window is null)
            return null;
        var seen = new MetricExpression.InTime(window, metric, metric.Unit);
        return call.Function == "change" ? MetricArithmetic.Change(metric, seen) : seen;
    }

    private MetricExpression? Ordinary(Formula.Call call)
    {
        var (least, most) = call.Function switch
        {
            "abs" => (1, 1),
            "round" => (1, 2),
            "coalesce" => (1, int.MaxValue),
            _ => (2, int.MaxValue),
        };
        if (!Arity.Holds(findings, call, least, most) || checker.CheckAll(call.Arguments) is not { } arguments)
            return null;
        return call.Function switch
        {
            "abs" => new MetricExpression.Call(MetricOperator.Absolute, arguments, arguments[0].Unit),
            "round" => Round(call, arguments),
            "coalesce" => OneUnit(MetricOperator.Coalesce, call, arguments),
            "least" => OneUnit(MetricOperator.Least, call, arguments),
            _ => OneUnit(MetricOperator.Greatest, call, arguments),
        };
    }

    private MetricExpression.Call? OneUnit(MetricOperator with, Formula.Call call, ImmutableArray<MetricExpression> arguments) =>
        new MetricAlignment(findings).Align(call.Arguments, arguments) is { } aligned
            ? new MetricExpression.Call(with, aligned, UnitMatch.OfOne(aligned.Select(value => value.Unit)))
            : null;

    private MetricExpression.Call? Round(Formula.Call call, ImmutableArray<MetricExpression> arguments)
    {
        if (arguments.Length == 1)
            return new MetricExpression.Call(MetricOperator.Round, [arguments[0], new MetricExpression.Constant(0, Unit.None)], arguments[0].Unit);
        if (arguments[1] is MetricExpression.Constant digits && digits.Unit == Unit.None && Arity.IsDecimals(digits.Value))
            return new MetricExpression.Call(MetricOperator.Round, arguments, arguments[0].Unit);
        findings.Report(
            call.Arguments[1], "formula.not-decimals",
            ("written", Written.Of(call.Arguments[1])), ("signature", new SignatureInWords(call.Function)));
        return null;
    }
}
