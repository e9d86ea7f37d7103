namespace Kelvin.Sql.Tree;

/// <summary>The type of a value in a statement, whatever an engine calls it.</summary>
public abstract record SqlType
{
    private SqlType()
    {
    }

    /// <summary>An exact number of at most <paramref name="Precision"/> digits (up to 38), <paramref name="Scale"/> of them decimals.</summary>
    public sealed record Decimal(int Precision, int Scale) : SqlType;

    /// <summary>Binary floating point, 64 bits.</summary>
    public sealed record Double : SqlType;

    /// <summary>A whole number, 64 bits.</summary>
    public sealed record BigInt : SqlType;

    /// <summary>Text of any length.</summary>
    public sealed record Text : SqlType;

    /// <summary>True or false.</summary>
    public sealed record Boolean : SqlType;

    /// <summary>A day.</summary>
    public sealed record Date : SqlType;

    /// <summary>An instant, kept as UTC without a zone, to the microsecond.</summary>
    public sealed record Timestamp : SqlType;
}
