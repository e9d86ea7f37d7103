namespace Kelvin.Compiler.Pinning;

/// <summary>The first and last value of a date or instant column: days as their midnight, instants as UTC. Both are inside.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record Extent(DateTime First, DateTime Last)
{
    /// <summary>The smallest extent that holds both.</summary>
    public Extent With(Extent other) =>
        new(First < other.First ? First : other.First, Last > other.Last ? Last : other.Last);
}
