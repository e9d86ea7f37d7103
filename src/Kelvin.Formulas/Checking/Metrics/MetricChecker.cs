using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Checks expressions with one number per group and period. Null stands for a part that is already reported.</summary>
internal sealed class MetricChecker
{
    private readonly Findings _findings;
    private readonly AggregateChecker _aggregates;
    private readonly MetricNames _names;
    private readonly MetricArithmetic _arithmetic;
    private readonly MetricConditions _conditions;
    private readonly MetricCalls _calls;
    private readonly BalanceChecker _balances;
    private readonly EventChecker _events;

    public MetricChecker(Findings findings, string? defaultDataset)
    {
        _findings = findings;
        _aggregates = new AggregateChecker(findings, defaultDataset);
        _names = new MetricNames(findings, defaultDataset);
        _arithmetic = new MetricArithmetic(findings);
        _conditions = new MetricConditions(findings, this);
        _calls = new MetricCalls(findings, this);
        _balances = new BalanceChecker(findings, _aggregates);
        _events = new EventChecker(findings, defaultDataset);
    }

    /// <summary>The checked expression, or null.</summary>
    public MetricExpression? Check(Formula formula) => formula switch
    {
        Formula.Number number => LiteralUnit.Of(number, _findings) is var (value, unit) ? new MetricExpression.Constant(value, unit) : null,
        Formula.Name name => _names.Resolve(name),
        Formula.Unary { Operator: UnaryOperator.Negate } unary => Check(unary.Operand) is { } operand ? MetricArithmetic.Negate(operand) : null,
        Formula.Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide } binary =>
            CheckAll([binary.Left, binary.Right]) is { } operands ? _arithmetic.Check(binary, operands[0], operands[1]) : null,
        Formula.Case choice => Case(choice),
        Formula.Call call when FunctionNames.Aggregates.Contains(call.Function) => Aggregate(call),
        Formula.Call call when FunctionNames.Balances.Contains(call.Function) => _balances.Check(call),
        Formula.Call { Function: "retained" } call => _events.Check(call),
        Formula.Conversion conversion => _events.Check(conversion),
        Formula.Call call => _calls.Check(call),
        Formula.MetricOf => Reject(formula, "formula.metric-of-row"),
        Formula.Text or Formula.Truth or Formula.Day => Reject(formula, "formula.metric-is-a-number"),
        _ => Reject(formula, "formula.condition-as-metric"),
    };

    /// <summary>All of them, or null when one is faulty.</summary>
    public ImmutableArray<MetricExpression>? CheckAll(IReadOnlyList<Formula> formulas)
    {
        ImmutableArray<MetricExpression?> values = [.. formulas.Select(Check)];
        return values.Contains(null) ? null : values!;
    }

    private MetricExpression? Aggregate(Formula.Call call)
    {
        if (_aggregates.Check(call) is not { } found)
            return null;
        if (found.Type.Kind == ValueKind.Number)
            return found.Aggregate;
        _findings.Report(call, "formula.aggregate-of-other-kind", ("written", Written.Of(call)), ("type", new TypeInWords(found.Type)));
        return null;
    }

    private MetricExpression.Case? Case(Formula.Case written)
    {
        ImmutableArray<MetricExpression?> conditions = [.. written.Branches.Select(branch => _conditions.Check(branch.When))];
        ImmutableArray<Formula> results = [.. written.Branches.Select(branch => branch.Then)];
        if (written.Otherwise is not null)
            results = results.Add(written.Otherwise);
        if (CheckAll(results) is not { } values || new MetricAlignment(_findings).Align(results, values) is not { } aligned || conditions.Contains(null))
            return null;
        var branches = conditions.Zip(aligned, (when, then) => new MetricExpression.CaseBranch(when!, then));
        return new MetricExpression.Case([.. branches], written.Otherwise is null ? null : aligned[^1], UnitMatch.OfOne(aligned.Select(value => value.Unit)));
    }

    private MetricExpression? Reject(Formula formula, string code)
    {
        _findings.Report(formula, code, ("written", Written.Of(formula)));
        return null;
    }
}
