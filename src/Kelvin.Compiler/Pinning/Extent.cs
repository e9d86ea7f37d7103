namespace Kelvin.Compiler.Pinning;

/// <summary>The first and last value of a date or instant column: days as their midnight, instants as UTC. Both are inside.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record Extent(DateTime First, DateTime Last)
{
    /// <summary>
    /// Days such as 0001-01-01 and 9999-12-31 are written for "always" and "never". Extents end before those, since a calendar
    /// must be able to go on from every moment of one, and since clocks would be put back and forth thousands of times until
    /// then. Ranges are written of years up to 2199.
    /// </summary>
    public static readonly DateTime Earliest = new(100, 1, 1), Latest = new(2199, 12, 31);

    /// <summary>The first.</summary>
    public DateTime First { get; } = Within(First);

    /// <summary>The last.</summary>
    public DateTime Last { get; } = Within(Last);

    /// <summary>Whether there are values before or after what an extent can hold.</summary>
    public bool IsCut { get; private init; } = First < Earliest || Last >= Latest.AddDays(1);

    /// <summary>The smallest extent that holds both.</summary>
    public Extent With(Extent other) =>
        new(First < other.First ? First : other.First, Last > other.Last ? Last : other.Last) { IsCut = IsCut || other.IsCut };

    private static DateTime Within(DateTime moment) => moment < Earliest ? Earliest : moment >= Latest.AddDays(1) ? Latest : moment;
}
