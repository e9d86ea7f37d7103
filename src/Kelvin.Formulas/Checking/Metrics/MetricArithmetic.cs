using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Checks <c>+ - * /</c> on metrics.</summary>
internal sealed class MetricArithmetic(Findings findings)
{
    public static MetricExpression Negate(MetricExpression operand) =>
        operand is MetricExpression.Constant constant
            ? new MetricExpression.Constant(-constant.Value, constant.Unit)
            : new MetricExpression.Call(MetricOperator.Negate, [operand], operand.Unit);

    public MetricExpression? Check(Formula.Binary written, MetricExpression left, MetricExpression right) =>
        written.Operator is BinaryOperator.Add or BinaryOperator.Subtract ? Sum(written, left, right)
        : Product(written.Operator == BinaryOperator.Divide, left, right);

    /// <summary>
    /// The change against an earlier value: relative, or in share points where the metric is a share itself.
    /// </summary>
    public static MetricExpression Change(MetricExpression now, MetricExpression before)
    {
        if (now.Unit == Unit.Share || now.Unit == Unit.SharePoints)
            return new MetricExpression.Call(MetricOperator.Subtract, [now, before], Unit.SharePoints);
        var ratio = new MetricExpression.Call(MetricOperator.Divide, [now, before], Unit.Share);
        return new MetricExpression.Call(MetricOperator.Subtract, [ratio, new MetricExpression.Constant(1, Unit.Share)], Unit.Share);
    }

    private MetricExpression? Sum(Formula.Binary written, MetricExpression left, MetricExpression right)
    {
        var (first, second) = (MetricUnits.Operand(left), MetricUnits.Operand(right));
        var match = UnitMatch.Of([first, second], bareNumbersAdapt: false);
        if (match.Clash is not null)
        {
            SumClash.Report(findings, written, first, second);
            return null;
        }
        var isDifference = written.Operator == BinaryOperator.Subtract;
        var unit = match.OfSum(first.Unit, second.Unit, isDifference);
        if (!unit.IsDimensionless)
            (left, right) = (MetricUnits.In(left, unit), MetricUnits.In(right, unit));
        return new MetricExpression.Call(isDifference ? MetricOperator.Subtract : MetricOperator.Add, [left, right], unit);
    }

    private static MetricExpression.Call Product(bool isQuotient, MetricExpression left, MetricExpression right)
    {
        var (unit, factor) = UnitConversion.AlignedWith(left.Unit, right.Unit);
        var aligned = factor == 1 ? right : MetricUnits.In(right, unit);
        return isQuotient
            ? new MetricExpression.Call(MetricOperator.Divide, [left, aligned], left.Unit / unit)
            : new MetricExpression.Call(MetricOperator.Multiply, [left, aligned], left.Unit * unit);
    }
}
