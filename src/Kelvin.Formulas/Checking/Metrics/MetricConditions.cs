using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Checks what stands after <c>when</c> in a <c>case</c> over metrics.</summary>
internal sealed class MetricConditions(Findings findings, MetricChecker checker)
{
    private readonly MetricAlignment _alignment = new(findings);

    /// <summary>The condition, or null.</summary>
    public MetricExpression? Check(Formula formula) => formula switch
    {
        Formula.Unary { Operator: UnaryOperator.Not } not => Check(not.Operand) is { } operand ? Condition(MetricOperator.Not, operand) : null,
        Formula.Binary { Operator: BinaryOperator.And } both => Join(MetricOperator.And, both),
        Formula.Binary { Operator: BinaryOperator.Or } either => Join(MetricOperator.Or, either),
        Formula.Binary { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } binary => Compare(Operator(binary.Operator), binary.Left, binary.Right),
        Formula.Between between => Between(between),
        Formula.In choice => In(choice),
        Formula.Presence presence => Presence(presence),
        _ => Reject(formula),
    };

    private static MetricExpression.Call Condition(MetricOperator with, params ReadOnlySpan<MetricExpression> arguments) =>
        new(with, [.. arguments], Unit.None);

    private MetricExpression? Join(MetricOperator with, Formula.Binary written)
    {
        var (left, right) = (Check(written.Left), Check(written.Right));
        return left is null || right is null ? null : Condition(with, left, right);
    }

    private MetricExpression? Compare(MetricOperator with, Formula left, Formula right) =>
        Aligned(left, right) is [var first, var second] ? Condition(with, first, second) : null;

    private MetricExpression? Between(Formula.Between written) =>
        Aligned(written.Value, written.Low, written.High) is [var value, var low, var high]
            ? Condition(MetricOperator.And, Condition(MetricOperator.GreaterOrEqual, value, low), Condition(MetricOperator.LessOrEqual, value, high))
            : null;

    private MetricExpression? In(Formula.In written) =>
        Aligned([written.Value, .. written.Options]) is [var value, .. var options]
            ? options.Select(option => Condition(MetricOperator.Equal, value, option)).Aggregate((one, other) => Condition(MetricOperator.Or, one, other))
            : null;

    private MetricExpression? Presence(Formula.Presence written)
    {
        if (checker.Check(written.Value) is not { } value)
            return null;
        var isKnown = Condition(MetricOperator.IsKnown, value);
        return written.IsKnown ? isKnown : Condition(MetricOperator.Not, isKnown);
    }

    private MetricExpression[]? Aligned(params Formula[] written) =>
        checker.CheckAll(written) is { } values && _alignment.Align(written, values) is { } aligned ? [.. aligned] : null;

    private MetricExpression? Reject(Formula formula)
    {
        findings.Report(formula, "formula.not-a-metric-condition", ("written", Written.Of(formula)));
        return null;
    }

    private static MetricOperator Operator(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Equal => MetricOperator.Equal,
        BinaryOperator.NotEqual => MetricOperator.NotEqual,
        BinaryOperator.Less => MetricOperator.Less,
        BinaryOperator.LessOrEqual => MetricOperator.LessOrEqual,
        BinaryOperator.Greater => MetricOperator.Greater,
        _ => MetricOperator.GreaterOrEqual,
    };
}
