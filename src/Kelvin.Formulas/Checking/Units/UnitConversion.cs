using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>Conversions between lengths of time as exact decimals, within what a decimal can be multiplied by.</summary>
internal static class UnitConversion
{
    private const double MostFactor = 1e12;

    /// <summary>By what a value in one unit is multiplied to be in the other; null when it cannot be.</summary>
    public static decimal? Factor(Unit from, Unit to) =>
        from.ConversionTo(to) is { } factor and > 1 / MostFactor and < MostFactor ? Exact(factor) : null;

    /// <summary>A value in another unit; to the coarser one by division, which is exact where multiplying is not.</summary>
    public static decimal Convert(decimal value, Unit from, Unit to) =>
        Factor(to, from) is > 1 and var parts ? value / parts : value * (Factor(from, to) ?? 1);

    /// <summary>The unit of the right operand of a product or quotient, so that its lengths of time reduce with those of the left.</summary>
    public static (Unit Unit, decimal Factor) AlignedWith(Unit left, Unit right)
    {
        var aligned = right.InDurationsOf(left).Unit;
        return Factor(right, aligned) is { } factor ? (aligned, factor) : (right, 1);
    }

    /// <summary>Factors are whole numbers or one divided by them, and a decimal holds more digits of the latter.</summary>
    private static decimal Exact(double factor) => factor >= 1 ? (decimal)factor : 1 / (decimal)Math.Round(1 / factor);
}
