using Kelvin.Formulas;

namespace Kelvin.Compiler.Planning;

/// <summary>What a scan groups by, beside time.</summary>
/// <param name="Name">The name of its column.</param>
/// <param name="Value">Its value in a row of the scan's dataset.</param>
public sealed record ScanDimension(string Name, RowExpression Value)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var value = ExpressionText.Of(Value);
        return value == Name ? Name : $"{Name} = {value}";
    }
}
