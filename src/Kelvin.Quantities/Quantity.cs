namespace Kelvin.Quantities;

/// <summary>A number with its unit. Exact where the number was decimal all the way (money, counts), else approximate.</summary>
public readonly record struct Quantity
{
    private Quantity(decimal? exact, double value, Unit unit) => (Exactly, Value, Unit) = (exact, value, unit);

    /// <summary>The number without loss, or null when it has been a binary floating-point number.</summary>
    public decimal? Exactly { get; }

    /// <summary>The number as nearly as a double tells it.</summary>
    public double Value { get; }

    /// <summary>What it measures.</summary>
    public Unit Unit { get; }

    /// <summary>An exact number of a unit.</summary>
    public static Quantity Exact(decimal value, Unit unit) => new(value, (double)value, unit);

    /// <summary>A floating-point number of a unit. Not a number and infinity are for callers to turn into missing.</summary>
    public static Quantity Approximate(double value, Unit unit) => new(null, value, unit);

    /// <summary>The same quantity in another unit, or null when they do not convert.</summary>
    public Quantity? In(Unit target) =>
        Unit.Equals(target) ? this
        : Unit.ConversionTo(target) is { } factor ? Approximate(Value * factor, target)
        : null;

    /// <inheritdoc />
    public override string ToString() => Exactly is { } exact
        ? FormattableString.Invariant($"{exact} {Unit}")
        : FormattableString.Invariant($"{Value} {Unit}");
}
