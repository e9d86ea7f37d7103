using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>Converts between units that differ in their lengths of time only.</summary>
internal static class UnitConversion
{
    /// <summary>Factors beyond this are refused, so that multiplying never overflows a decimal.</summary>
    private const decimal MostFactor = 1_000_000_000_000;

    /// <summary>By what a value in one unit is multiplied to be in the other; null when they are not of one kind.</summary>
    public static decimal? Factor(Unit from, Unit to)
    {
        if (from == to)
            return 1;
        var (power, seconds) = Duration(from);
        var (otherPower, otherSeconds) = Duration(to);
        if (power != otherPower || power == 0 || !Others(from).SequenceEqual(Others(to)))
            return null;
        var ratio = (decimal)seconds / otherSeconds;
        var factor = 1m;
        for (var step = 0; step < Math.Abs(power); step++)
        {
            factor = power > 0 ? factor * ratio : factor / ratio;
            if (factor is > MostFactor or < 1 / MostFactor)
                return null;
        }
        return factor;
    }

    /// <summary>A value in another unit; to the coarser one by division, which is exact where multiplying is not.</summary>
    public static decimal Convert(decimal value, Unit from, Unit to) =>
        Factor(to, from) is > 1 and var parts ? value / parts : value * (Factor(from, to) ?? 1);

    /// <summary>The unit with its length of time replaced by that of the other, where both have one.</summary>
    public static Unit WithDurationOf(Unit unit, Unit other)
    {
        var mine = unit.Factors.Values.FirstOrDefault(factor => factor.Atom is UnitAtom.Duration);
        var theirs = other.Factors.Values.FirstOrDefault(factor => factor.Atom is UnitAtom.Duration);
        if (mine.Atom is null || theirs.Atom is null || mine.Atom == theirs.Atom)
            return unit;
        var step = Atom(theirs.Atom) / Atom(mine.Atom);
        var converted = unit;
        for (var power = Math.Abs(mine.Power); power > 0; power--)
            converted = mine.Power > 0 ? converted * step : converted / step;
        return converted;
    }

    private static (int Power, long Seconds) Duration(Unit unit)
    {
        var found = unit.Factors.Values.FirstOrDefault(factor => factor.Atom is UnitAtom.Duration);
        return found.Atom is UnitAtom.Duration duration ? (found.Power, duration.Seconds) : (0, 1);
    }

    private static IEnumerable<(UnitAtom Atom, int Power)> Others(Unit unit) =>
        unit.Factors.Values.Where(factor => factor.Atom is not UnitAtom.Duration);

    private static Unit Atom(UnitAtom atom) => atom.Symbol switch
    {
        "second" => Unit.Second,
        "minute" => Unit.Minute,
        "hour" => Unit.Hour,
        _ => Unit.Day,
    };
}
