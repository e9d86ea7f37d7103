namespace Kelvin.Quantities;

/// <summary>Whether two units may be added, subtracted or compared, and how.</summary>
public abstract record UnitSum
{
    private UnitSum()
    {
    }

    /// <summary>They fit.</summary>
    /// <param name="Result">Unit of the result; of a comparison, the unit in which it is made.</param>
    /// <param name="RightFactor">What the right value is multiplied by first; 1 when nothing is to be done.</param>
    public sealed record Fits(Unit Result, double RightFactor) : UnitSum;

    /// <summary>They do not.</summary>
    /// <param name="Left">Unit of the left value.</param>
    /// <param name="Right">Unit of the right value.</param>
    /// <param name="Kind">Why not.</param>
    public sealed record Clashes(Unit Left, Unit Right, UnitClash Kind) : UnitSum;
}
