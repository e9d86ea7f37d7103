namespace Kelvin.Quantities;

/// <summary>One atom of a unit, raised to a power.</summary>
/// <param name="Atom">The atom.</param>
/// <param name="Power">The power, never zero.</param>
public sealed record UnitFactor(UnitAtom Atom, int Power);
