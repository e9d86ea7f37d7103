namespace Kelvin.Quantities;

/// <summary>An indivisible unit. Atoms with the same symbol are the same.</summary>
public abstract record UnitAtom
{
    private UnitAtom()
    {
    }

    /// <summary>Name by which atoms are told apart, ordered and written: <c>SEK</c>, <c>day</c>, <c>order</c>.</summary>
    public abstract string Symbol { get; }

    /// <summary>Money in a currency, by its ISO 4217 code.</summary>
    public sealed record Currency(string Code) : UnitAtom
    {
        /// <inheritdoc />
        public override string Symbol => Code;
    }

    /// <summary>
    /// Money in a currency that each row says. Two such amounts are alike only when the same column of the same row says it,
    /// so they go together within a row and never over rows.
    /// </summary>
    /// <param name="Column">The column with the ISO 4217 code, as seen from the row: the links to follow, parted by points, and its name.</param>
    public sealed record CurrencyBy(string Column) : UnitAtom
    {
        /// <inheritdoc />
        public override string Symbol => "money by " + Column;
    }

    /// <summary>A fixed length of time; all convert into each other.</summary>
    public sealed record Duration(string Name, long Seconds) : UnitAtom
    {
        /// <inheritdoc />
        public override string Symbol => Name;
    }

    /// <summary>
    /// A thing that is counted, named after its dataset. The English singular and plural are the same thing:
    /// <c>SEK per customer</c> is what dividing by a count of <c>customers</c> gives.
    /// </summary>
    /// <param name="Name">As it was first written, in either number.</param>
    public sealed record Item(string Name) : UnitAtom
    {
        /// <summary>The singular; with <c>count</c> before it when the bare word means another unit.</summary>
        public override string Symbol { get; } = SymbolOf(Name);

        /// <summary>The symbol that an item of this name has.</summary>
        public static string SymbolOf(string name)
        {
            var singular = EnglishNoun.Singular(name);
            return UnitWords.IsTaken(singular) ? "count " + singular : singular;
        }

        /// <inheritdoc />
        public bool Equals(Item? other) => other is not null && Symbol == other.Symbol;

        /// <inheritdoc />
        public override int GetHashCode() => Symbol.GetHashCode(StringComparison.Ordinal);
    }
}
