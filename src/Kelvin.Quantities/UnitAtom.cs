namespace Kelvin.Quantities;

/// <summary>An indivisible unit.</summary>
public abstract record UnitAtom
{
    private UnitAtom()
    {
    }

    /// <summary>Name by which atoms are ordered and written: <c>SEK</c>, <c>day</c>, <c>orders</c>.</summary>
    public abstract string Symbol { get; }

    /// <summary>Money in a currency, by its ISO 4217 code.</summary>
    public sealed record Currency(string Code) : UnitAtom
    {
        /// <inheritdoc />
        public override string Symbol => Code;
    }

    /// <summary>A fixed length of time; all convert into each other.</summary>
    public sealed record Duration(string Name, long Seconds) : UnitAtom
    {
        /// <inheritdoc />
        public override string Symbol => Name;
    }

    /// <summary>A thing that is counted, named after its dataset.</summary>
    public sealed record Item(string Name) : UnitAtom
    {
        /// <inheritdoc />
        public override string Symbol => Name;
    }
}
