using System.Collections.Immutable;

namespace Kelvin.Quantities;

/// <summary>
/// A unit: a product of powers of atoms. Units form an abelian group under multiplication, with
/// <see cref="None"/> as identity. Dimensionless units also say how they are meant (number, share, share points);
/// that kind belongs to equality but not to the group.
/// </summary>
public sealed record Unit
{
    private static readonly ImmutableSortedDictionary<string, UnitFactor> Nothing =
        ImmutableSortedDictionary.Create<string, UnitFactor>(StringComparer.Ordinal);

    private Unit(ImmutableSortedDictionary<string, UnitFactor> factors, DimensionlessKind kind)
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
    public ImmutableSortedDictionary<string, UnitFactor> Factors { get; }

    /// <summary>How the number is meant when it has no dimension.</summary>
    public DimensionlessKind Kind { get; }

    /// <summary>Whether no atom is left.</summary>
    public bool IsDimensionless => Factors.IsEmpty;

    /// <summary>Money in this currency, by its ISO 4217 code.</summary>
    public static Unit Currency(string code) => Of(new UnitAtom.Currency(code));

    /// <summary>Money in the currency whose code stands in this column of the same row.</summary>
    public static Unit CurrencyBy(string column) => Of(new UnitAtom.CurrencyBy(column));

    /// <summary>The unit of counting things of this name, in either number.</summary>
    public static Unit Item(string name) => Of(new UnitAtom.Item(name));

    /// <summary>The product of two units.</summary>
    public static Unit operator *(Unit left, Unit right) => Combine(left, right, +1);

    /// <summary>The quotient of two units. Like divided by like is a share.</summary>
    public static Unit operator /(Unit left, Unit right) => Combine(left, right, -1);

    /// <summary>The unit times itself, so many times; zero gives <see cref="None"/>.</summary>
    public Unit Power(int exponent)
    {
        var factors = exponent == 0
            ? Factors.Clear()
            : Factors.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with { Power = pair.Value.Power * exponent }, StringComparer.Ordinal);
        return new Unit(factors, exponent == 0 ? DimensionlessKind.Number : Kind);
    }

    /// <summary>The unit that gives a plain number when multiplied by this.</summary>
    public Unit Inverse() => Power(-1);

    /// <summary>
    /// The unit with its lengths of time in those of the other unit, so that the two reduce when multiplied, and what a
    /// value is multiplied by to get there. Unchanged when the other has none, or several.
    /// </summary>
    public (Unit Unit, double Factor) InDurationsOf(Unit other)
    {
        var theirs = other.Factors.Values.Select(factor => factor.Atom).OfType<UnitAtom.Duration>().Take(2).ToList();
        if (theirs is not [var duration])
            return (this, 1);
        var aligned = Factors.Values.Aggregate(Dimensionless(Kind), (product, factor) =>
            product * Of(factor.Atom is UnitAtom.Duration ? duration : factor.Atom).Power(factor.Power));
        return (aligned, ConversionTo(aligned) ?? 1);
    }

    /// <summary>Whether a column of each row says in which currency it is.</summary>
    public bool IsByCurrency => Factors.Values.Any(factor => factor.Atom is UnitAtom.CurrencyBy);

    /// <summary>The unit of a row as seen from another that leads to it over these links.</summary>
    public Unit SeenAlong(IEnumerable<string> links)
    {
        var way = string.Concat(links.Select(link => link + '.'));
        return way.Length == 0 || !IsByCurrency ? this : Factors.Values.Aggregate(Dimensionless(Kind), (product, factor) =>
            product * Of(factor.Atom is UnitAtom.CurrencyBy by ? new UnitAtom.CurrencyBy(way + by.Column) : factor.Atom).Power(factor.Power));
    }

    /// <summary>Whether both measure the same, atom by atom, however a number without dimension is meant.</summary>
    public bool HasFactorsOf(Unit other) => Factors.SequenceEqual(other.Factors);

    /// <summary>
    /// What a value in this unit is multiplied by to be in the other, or null when they do not convert. Lengths of
    /// time convert, also inside a product: from <c>SEK per hour</c> to <c>SEK per day</c> it is 24.
    /// </summary>
    public double? ConversionTo(Unit target)
    {
        var (mine, theirs) = (WithoutDurations(out var from), target.WithoutDurations(out var to));
        return mine.SequenceEqual(theirs) && from.Power == to.Power ? Ratio(from.Seconds, to.Seconds) : null;
    }

    /// <summary>The atom that values are counted in, when there is exactly one above the line and it is no power; else null.</summary>
    internal UnitAtom? Leading()
    {
        var above = Factors.Values.Where(factor => factor.Power > 0).Take(2).ToList();
        return above is [(var atom, 1)] ? atom : null;
    }

    /// <summary>The unit in the language that <see cref="UnitText.Parse"/> reads.</summary>
    public override string ToString() => UnitText.Write(this);

    /// <inheritdoc />
    public bool Equals(Unit? other) => other is not null && Kind == other.Kind && Factors.SequenceEqual(other.Factors);

    /// <inheritdoc />
    public override int GetHashCode() => Factors.Aggregate((int)Kind, (hash, factor) => HashCode.Combine(hash, factor.Key, factor.Value.Power));

    internal static Unit Of(UnitAtom atom) =>
        new(Nothing.Add(atom.Symbol, new UnitFactor(atom, 1)), default);

    private static Unit Dimensionless(DimensionlessKind kind) =>
        new(Nothing, kind);

    /// <summary>The factors that are no lengths of time; those that are, as powers of a second.</summary>
    private IEnumerable<(string, int)> WithoutDurations(out (double Seconds, int Power) time)
    {
        time = (1, 0);
        foreach (var (atom, power) in Factors.Values)
            if (atom is UnitAtom.Duration duration)
                time = (time.Seconds * Math.Pow(duration.Seconds, power), time.Power + power);
        return Factors.Where(factor => factor.Value.Atom is not UnitAtom.Duration).Select(factor => (factor.Key, factor.Value.Power));
    }

    /// <summary>Whole numbers of seconds divide without loss when one is a multiple of the other.</summary>
    private static double Ratio(double from, double to) => from >= to ? from / to : 1 / (to / from);

    private static Unit Combine(Unit left, Unit right, int sign)
    {
        var factors = left.Factors.ToBuilder();
        foreach (var (symbol, (atom, power)) in right.Factors)
        {
            var total = (factors.TryGetValue(symbol, out var mine) ? mine.Power : 0) + sign * power;
            if (total == 0)
                factors.Remove(symbol);
            else
                factors[symbol] = new UnitFactor(atom, total);
        }
        var kind = sign > 0 ? ProductKind(left.Kind, right.Kind)
            : left.Equals(right) && !left.Equals(None) ? DimensionlessKind.Share
            : QuotientKind(left.Kind, right.Kind);
        return new Unit(factors.ToImmutable(), kind);
    }

    private static DimensionlessKind ProductKind(DimensionlessKind left, DimensionlessKind right) =>
        left == DimensionlessKind.Number ? right
        : left == DimensionlessKind.SharePoints || right == DimensionlessKind.SharePoints ? DimensionlessKind.SharePoints
        : left;

    /// <summary>Points per share are a share again: how much a share has changed, relatively.</summary>
    private static DimensionlessKind QuotientKind(DimensionlessKind left, DimensionlessKind right) =>
        right == DimensionlessKind.Number ? left
        : left == DimensionlessKind.SharePoints && right == DimensionlessKind.Share ? DimensionlessKind.Share
        : DimensionlessKind.Number;
}
