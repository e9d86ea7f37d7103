using System.Collections.Immutable;

namespace Kelvin.Compiler.Pinning;

/// <summary>What is known, before planning, of the dates and instants that a question reads.</summary>
/// <param name="ByTime">Extents by what they are of; what has no value in any row has none.</param>
public sealed record Extents(ImmutableDictionary<RowTime, Extent> ByTime)
{
    /// <summary>Nothing known, as of rows without values.</summary>
    public static Extents None { get; } = new(ImmutableDictionary<RowTime, Extent>.Empty);

    /// <summary>The extent that holds all these, or null when none has a value.</summary>
    public Extent? Over(IEnumerable<RowTime> times)
    {
        Extent? all = null;
        foreach (var time in times)
            if (ByTime.TryGetValue(time, out var extent))
                all = all?.With(extent) ?? extent;
        return all;
    }

    /// <summary>These and others together; of the same data, so that they agree where both know something.</summary>
    public Extents And(Extents others) => new(ByTime.SetItems(others.ByTime));

    /// <inheritdoc />
    public bool Equals(Extents? other) =>
        other is not null && ByTime.Count == other.ByTime.Count
        && ByTime.All(pair => other.ByTime.TryGetValue(pair.Key, out var extent) && extent == pair.Value);

    /// <inheritdoc />
    public override int GetHashCode() => ByTime.Count;
}
