using Kelvin.Formulas.Checking.Units;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Units of metric expressions.</summary>
internal static class MetricUnits
{
    /// <summary>What matters of a number when units are matched.</summary>
    public static Operand Operand(MetricExpression number) =>
        new(number.Unit, number is MetricExpression.Constant constant ? constant.Value : null);

    /// <summary>The number in a unit that it can be converted to; a bare number takes the unit.</summary>
    public static MetricExpression In(MetricExpression number, Unit unit)
    {
        if (number is MetricExpression.Constant constant)
            return new MetricExpression.Constant(UnitConversion.Convert(constant.Value, number.Unit, unit), unit);
        if (UnitConversion.Factor(number.Unit, unit) is not { } factor || factor == 1)
            return number;
        var conversion = new MetricExpression.Constant(factor, unit / number.Unit);
        return new MetricExpression.Call(MetricOperator.Multiply, [number, conversion], unit);
    }
}
