using System.Collections.Immutable;

namespace Kelvin.Quantities;

/// <summary>
/// A unit: a product of powers of atoms. Units form an abelian group under multiplication, with
/// <see cref="None"/> as identity. Dimensionless units also say how they are meant (number, share, share points);
/// that kind belongs to equality but not to the group.
/// </summary>
public sealed record Unit
{
    private Unit(ImmutableSortedDictionary<string, (UnitAtom Atom, int Power)> factors, DimensionlessKind kind)
    {
        Factors = factors;
        Kind = factors.IsEmpty ? kind : DimensionlessKind.Number;
    }

    /// <summary>A plain number.</summary>
    public static Unit None { get; } = Dimensionless(DimensionlessKind.Number);

    /// <summary>A share of a whole, 0.125 meaning 12.5 %.</summary>
    public static Unit Share { get; } = Dimensionless(DimensionlessKind.Share);

    /// <summary>A difference between shares, 0.02 meaning 2 percentage points.</summary>
    public static Unit SharePoints { get; } = Dimensionless(DimensionlessKind.SharePoints);

    /// <summary>One second.</summary>
    public static Unit Second { get; } = Of(new UnitAtom.Duration("second", 1));

    /// <summary>One minute.</summary>
    public static Unit Minute { get; } = Of(new UnitAtom.Duration("minute", 60));

    /// <summary>One hour.</summary>
    public static Unit Hour { get; } = Of(new UnitAtom.Duration("hour", 3_600));

    /// <summary>One day of 24 hours.</summary>
    public static Unit Day { get; } = Of(new UnitAtom.Duration("day", 86_400));

    /// <summary>Atoms with their powers, none of them zero, ordered by symbol.</summary>
    public ImmutableSortedDictionary<string, (UnitAtom Atom, int Power)> Factors { get; }

    /// <summary>How the number is meant when it has no dimension.</summary>
    public DimensionlessKind Kind { get; }

    /// <summary>Whether no atom is left.</summary>
    public bool IsDimensionless => Factors.IsEmpty;

    /// <summary>Money in this currency, by its ISO 4217 code.</summary>
    public static Unit Currency(string code) => Of(new UnitAtom.Currency(code));

    /// <summary>The unit of counting things of this name.</summary>
    public static Unit Item(string name) => Of(new UnitAtom.Item(name));

    /// <summary>The product of two units.</summary>
    public static Unit operator *(Unit left, Unit right) => Combine(left, right, +1);

    /// <summary>The quotient of two units. Like divided by like is a share.</summary>
    public static Unit operator /(Unit left, Unit right) => Combine(left, right, -1);

    /// <inheritdoc />
    public bool Equals(Unit? other) => other is not null && Kind == other.Kind && Factors.SequenceEqual(other.Factors);

    /// <inheritdoc />
    public override int GetHashCode() => Factors.Aggregate((int)Kind, (hash, factor) => HashCode.Combine(hash, factor.Key, factor.Value.Power));

    private static Unit Of(UnitAtom atom) =>
        new(ImmutableSortedDictionary.Create<string, (UnitAtom, int)>(StringComparer.Ordinal).Add(atom.Symbol, (atom, 1)), default);

    private static Unit Dimensionless(DimensionlessKind kind) =>
        new(ImmutableSortedDictionary.Create<string, (UnitAtom, int)>(StringComparer.Ordinal), kind);

    private static Unit Combine(Unit left, Unit right, int sign)
    {
        var factors = left.Factors.ToBuilder();
        foreach (var (symbol, (atom, power)) in right.Factors)
        {
            var total = (factors.TryGetValue(symbol, out var mine) ? mine.Power : 0) + sign * power;
            if (total == 0)
                factors.Remove(symbol);
            else
                factors[symbol] = (atom, total);
        }
        var kind = sign < 0 && left.Equals(right) && !left.Equals(None) ? DimensionlessKind.Share
            : left.Kind == DimensionlessKind.Share && right.Kind == DimensionlessKind.Share ? DimensionlessKind.Share
            : left.Kind == DimensionlessKind.Number && left.IsDimensionless ? right.Kind
            : left.Kind;
        return new Unit(factors.ToImmutable(), kind);
    }
}
