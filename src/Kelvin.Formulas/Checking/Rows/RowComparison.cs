using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Checks comparisons of a row's values.</summary>
internal sealed class RowComparison(Findings findings)
{
    private readonly RowAlignment _alignment = new(findings);

    public RowExpression? Check(Formula.Binary written, ImmutableArray<RowExpression> operands)
    {
        if (written.Operator == BinaryOperator.Like)
            return Like(written, operands);
        if (_alignment.Align([written.Left, written.Right], operands) is not { } aligned)
            return null;
        var function = Function(written.Operator);
        if (function is not (RowFunction.Equal or RowFunction.NotEqual) && !HasOrder(written.Left, aligned[0]))
            return null;
        return new RowExpression.Call(function, aligned, DataType.Boolean);
    }

    /// <summary>Both ends are included, so it is two comparisons.</summary>
    public RowExpression? Between(Formula.Between written, ImmutableArray<RowExpression> values)
    {
        if (_alignment.Align([written.Value, written.Low, written.High], values) is not { } aligned || !HasOrder(written.Value, aligned[0]))
            return null;
        var notBelow = new RowExpression.Call(RowFunction.GreaterOrEqual, [aligned[0], aligned[1]], DataType.Boolean);
        var notAbove = new RowExpression.Call(RowFunction.LessOrEqual, [aligned[0], aligned[2]], DataType.Boolean);
        return new RowExpression.Call(RowFunction.And, [notBelow, notAbove], DataType.Boolean);
    }

    public RowExpression? In(Formula.In written, ImmutableArray<RowExpression> values) =>
        _alignment.Align([written.Value, .. written.Options], values) is { } aligned
            ? new RowExpression.Call(RowFunction.In, aligned, DataType.Boolean)
            : null;

    private RowExpression.Call? Like(Formula.Binary written, ImmutableArray<RowExpression> operands)
    {
        if (operands[0].Type.Kind == ValueKind.Text && operands[1] is RowExpression.Constant { Value: string })
            return new RowExpression.Call(RowFunction.Like, operands, DataType.Boolean);
        if (operands[0].Type.Kind != ValueKind.Text)
            findings.Report(written.Left, "formula.like-needs-text", ("written", Written.Of(written.Left)), ("type", new TypeInWords(operands[0].Type)));
        else
            findings.Report(written.Right, "formula.like-needs-pattern", ("written", Written.Of(written.Right)));
        return null;
    }

    private bool HasOrder(Formula written, RowExpression value)
    {
        if (value.Type.Kind != ValueKind.Boolean)
            return true;
        findings.Report(written, "formula.no-order", ("written", Written.Of(written)));
        return false;
    }

    private static RowFunction Function(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Equal => RowFunction.Equal,
        BinaryOperator.NotEqual => RowFunction.NotEqual,
        BinaryOperator.Less => RowFunction.Less,
        BinaryOperator.LessOrEqual => RowFunction.LessOrEqual,
        BinaryOperator.Greater => RowFunction.Greater,
        BinaryOperator.GreaterOrEqual => RowFunction.GreaterOrEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };
}
