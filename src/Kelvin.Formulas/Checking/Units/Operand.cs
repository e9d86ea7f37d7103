using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>What matters of an operand when units are matched.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Literal">Its value when it was written as a number, else null.</param>
internal readonly record struct Operand(Unit Unit, decimal? Literal)
{
    /// <summary>Whether it is a number written without a unit.</summary>
    public bool IsBare => Literal is not null && Unit == Unit.None;
}
