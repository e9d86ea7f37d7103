using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>
/// Checks expressions with one value per row. Every part is checked before the whole, so that one run finds many issues;
/// null stands for a part whose issues are already reported.
/// </summary>
internal sealed class RowChecker
{
    private readonly Findings _findings;
    private readonly DatasetSymbol _rows;
    private readonly string? _aggregate;
    private readonly RowArithmetic _arithmetic;
    private readonly RowComparison _comparison;
    private readonly RowChoice _choice;
    private readonly RowCalls _calls;

    /// <param name="findings">Where issues go.</param>
    /// <param name="rows">The dataset whose rows are looked at.</param>
    /// <param name="aggregate">The aggregate around the expression, or null for a computed column or filter.</param>
    public RowChecker(Findings findings, DatasetSymbol rows, string? aggregate)
    {
        (_findings, _rows, _aggregate) = (findings, rows, aggregate);
        _arithmetic = new RowArithmetic(findings);
        _comparison = new RowComparison(findings);
        _choice = new RowChoice(findings, this);
        _calls = new RowCalls(findings, this, _choice);
    }

    /// <summary>The dataset whose rows are looked at.</summary>
    public DatasetSymbol Rows => _rows;

    /// <summary>The checked expression, or null.</summary>
    public RowExpression? Check(Formula formula) => formula switch
    {
        Formula.Number number => LiteralUnit.Of(number, _findings) is var (value, unit) ? new RowExpression.Constant(value, DataType.Number(unit)) : null,
        Formula.Text text => new RowExpression.Constant(text.Value, DataType.Text),
        Formula.Truth truth => new RowExpression.Constant(truth.Value, DataType.Boolean),
        Formula.Day day => new RowExpression.Constant(day.Value, DataType.Date),
        Formula.Name name => Column(name),
        Formula.Unary { Operator: UnaryOperator.Not } not => Negation(not.Operand),
        Formula.Unary unary => Check(unary.Operand) is { } operand ? _arithmetic.Negate(unary, operand) : null,
        Formula.Binary { Operator: BinaryOperator.And or BinaryOperator.Or } binary => Logic(binary),
        Formula.Binary binary => Binary(binary),
        Formula.In choice => CheckAll([choice.Value, .. choice.Options]) is { } values ? _comparison.In(choice, values) : null,
        Formula.Between between => CheckAll([between.Value, between.Low, between.High]) is { } values ? _comparison.Between(between, values) : null,
        Formula.Presence presence => Presence(presence),
        Formula.Case choice => _choice.Case(choice),
        Formula.Call call => Call(call),
        Formula.MetricOf of => new MetricOfRow(_findings, _rows).Check(of),
        Formula.Conversion conversion => Reject(conversion),
        _ => null,
    };

    /// <summary>All of them, or null when one is faulty.</summary>
    public ImmutableArray<RowExpression>? CheckAll(IReadOnlyList<Formula> formulas)
    {
        ImmutableArray<RowExpression?> values = [.. formulas.Select(Check)];
        return values.Contains(null) ? null : values!;
    }

    /// <summary>An expression that is true or false, or null.</summary>
    public RowExpression? Condition(Formula formula)
    {
        if (Check(formula) is not { } condition)
            return null;
        if (condition.Type.Kind == ValueKind.Boolean)
            return condition;
        _findings.Report(formula, "formula.not-a-condition", ("written", Written.Of(formula)), ("type", new TypeInWords(condition.Type)));
        return null;
    }

    private RowExpression? Column(Formula.Name name) =>
        new NameResolution(_findings, _rows, _aggregate).Resolve(name) is { } found
            ? new RowExpression.Column(found.Path, found.Type)
            : null;

    private RowExpression? Negation(Formula operand) =>
        Condition(operand) is { } condition ? new RowExpression.Call(RowFunction.Not, [condition], DataType.Boolean) : null;

    private RowExpression? Logic(Formula.Binary binary)
    {
        var (left, right) = (Condition(binary.Left), Condition(binary.Right));
        if (left is null || right is null)
            return null;
        var function = binary.Operator == BinaryOperator.And ? RowFunction.And : RowFunction.Or;
        return new RowExpression.Call(function, [left, right], DataType.Boolean);
    }

    private RowExpression? Binary(Formula.Binary binary)
    {
        if (CheckAll([binary.Left, binary.Right]) is not { } operands)
            return null;
        return binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide
            ? _arithmetic.Check(binary, operands[0], operands[1])
            : _comparison.Check(binary, operands);
    }

    private RowExpression? Presence(Formula.Presence presence)
    {
        if (Check(presence.Value) is not { } value)
            return null;
        var isKnown = new RowExpression.Call(RowFunction.IsKnown, [value], DataType.Boolean);
        return presence.IsKnown ? isKnown : new RowExpression.Call(RowFunction.Not, [isKnown], DataType.Boolean);
    }

    private RowExpression? Reject(Formula.Conversion conversion)
    {
        _findings.Report(conversion, "formula.metric-function-in-row", ("function", conversion.Function));
        return null;
    }

    private RowExpression? Call(Formula.Call call)
    {
        if (!FunctionNames.Aggregates.Contains(call.Function))
            return _calls.Check(call);
        if (_aggregate is null)
            return new RollUpChecker(_findings, _rows).Check(call);
        _findings.Report(call, "formula.aggregate-in-aggregate", ("inner", Written.Of(call)), ("outer", _aggregate));
        return null;
    }
}
