using Kelvin.Formulas.Checking.Units;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Units of row expressions.</summary>
internal static class RowUnits
{
    /// <summary>What matters of a number when units are matched.</summary>
    public static Operand Operand(RowExpression number) =>
        new(number.Type.Unit, number is RowExpression.Constant { Value: decimal value } ? value : null);

    /// <summary>The number in a unit that it can be converted to; a bare number takes the unit.</summary>
    public static RowExpression In(RowExpression number, Unit unit)
    {
        var from = number.Type.Unit;
        if (number is RowExpression.Constant { Value: decimal value })
            return new RowExpression.Constant(UnitConversion.Convert(value, from, unit), DataType.Number(unit));
        if (UnitConversion.Factor(from, unit) is not { } factor || factor == 1)
            return number;
        var conversion = new RowExpression.Constant(factor, DataType.Number(unit / from));
        return new RowExpression.Call(RowFunction.Multiply, [number, conversion], DataType.Number(unit));
    }
}
