using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Checks <c>+ - * /</c> on numbers, dates and instants of a row.</summary>
internal sealed class RowArithmetic(Findings findings)
{
    public RowExpression? Negate(Formula.Unary written, RowExpression operand)
    {
        if (operand.Type.Kind != ValueKind.Number)
            return NotNumber(written.Operand, operand, "-");
        return operand is RowExpression.Constant { Value: decimal value } constant
            ? new RowExpression.Constant(-value, constant.Type)
            : new RowExpression.Call(RowFunction.Negate, [operand], operand.Type);
    }

    public RowExpression? Check(Formula.Binary written, RowExpression left, RowExpression right)
    {
        var isSum = written.Operator is BinaryOperator.Add or BinaryOperator.Subtract;
        if (written.Operator == BinaryOperator.Subtract && RowDates.IsInTime(left) && RowDates.IsInTime(right))
            return RowDates.DaysBetween(right, left);
        if (isSum && RowDates.IsInTime(left) && right.Type.Kind == ValueKind.Number)
            return Move(written, left, written.Right, right);
        if (written.Operator == BinaryOperator.Add && RowDates.IsInTime(right) && left.Type.Kind == ValueKind.Number)
            return Move(written, right, written.Left, left);
        if (left.Type.Kind != ValueKind.Number)
            return NotNumber(written.Left, left, OperatorSpelling.Of(written.Operator));
        if (right.Type.Kind != ValueKind.Number)
            return NotNumber(written.Right, right, OperatorSpelling.Of(written.Operator));
        return isSum ? Sum(written, left, right) : Product(written, left, right);
    }

    private RowExpression? Sum(Formula.Binary written, RowExpression left, RowExpression right)
    {
        var (first, second) = (RowUnits.Operand(left), RowUnits.Operand(right));
        var match = UnitMatch.Of([first, second], bareNumbersAdapt: false);
        if (match.Clash is not null)
        {
            SumClash.Report(findings, written, first, second);
            return null;
        }
        var isDifference = written.Operator == BinaryOperator.Subtract;
        var unit = match.OfSum(first.Unit, second.Unit, isDifference);
        if (!unit.IsDimensionless)
            (left, right) = (RowUnits.In(left, unit), RowUnits.In(right, unit));
        return new RowExpression.Call(isDifference ? RowFunction.Subtract : RowFunction.Add, [left, right], DataType.Number(unit));
    }

    private static RowExpression.Call Product(Formula.Binary written, RowExpression left, RowExpression right)
    {
        var (unit, factor) = UnitConversion.AlignedWith(left.Type.Unit, right.Type.Unit);
        var aligned = factor == 1 ? right : RowUnits.In(right, unit);
        return written.Operator == BinaryOperator.Multiply
            ? new RowExpression.Call(RowFunction.Multiply, [left, aligned], DataType.Number(left.Type.Unit * unit))
            : new RowExpression.Call(RowFunction.Divide, [left, aligned], DataType.Number(left.Type.Unit / unit));
    }

    /// <summary>A date moved by days. An instant is not moved: whether a day is 24 hours there is for people to say.</summary>
    private RowExpression? Move(Formula.Binary written, RowExpression date, Formula writtenDays, RowExpression days)
    {
        if (date.Type.Kind == ValueKind.Timestamp)
        {
            var instant = ReferenceEquals(writtenDays, written.Right) ? written.Left : written.Right;
            findings.Report(written, "formula.instant-moved", ("written", Written.Of(instant)));
            return null;
        }
        var inDays = days.Type.Unit == Unit.Day ? days
            : days is RowExpression.Constant && UnitConversion.Factor(days.Type.Unit, Unit.Day) is not null ? RowUnits.In(days, Unit.Day)
            : null;
        if (inDays is null || (inDays is RowExpression.Constant { Value: decimal value } && value != decimal.Truncate(value)))
        {
            findings.Report(writtenDays, "formula.date-moved-by", ("written", Written.Of(writtenDays)), ("type", new TypeInWords(days.Type)));
            return null;
        }
        var signed = written.Operator == BinaryOperator.Add ? inDays
            : inDays is RowExpression.Constant { Value: decimal constant } ? new RowExpression.Constant(-constant, inDays.Type)
            : new RowExpression.Call(RowFunction.Negate, [inDays], inDays.Type);
        return new RowExpression.Call(RowFunction.AddDays, [date, signed], DataType.Date);
    }

    private RowExpression? NotNumber(Formula written, RowExpression operand, string sign)
    {
        findings.Report(
            written, "formula.not-a-number",
            ("written", Written.Of(written)), ("type", new TypeInWords(operand.Type)), ("sign", sign),
            ("joined", operand.Type.Kind == ValueKind.Text && sign == "+" ? $"concat({Written.Of(written)}, …)" : null));
        return null;
    }
}
