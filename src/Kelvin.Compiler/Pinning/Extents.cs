using System.Collections.Immutable;

namespace Kelvin.Compiler.Pinning;

/// <summary>What is known, before planning, of the dates and instants that a question reads.</summary>
/// <param name="ByTime">Extents by what they are of; what has no value in any row has none.</param>
public sealed record Extents(ImmutableDictionary<RowTime, Extent> ByTime)
{
    /// <summary>Nothing known, as of rows without values.</summary>
    public static Extents None { get; } = new(ImmutableDictionary<RowTime, Extent>.Empty);

    /// <summary>Where engines keep local days, by dataset.</summary>
    public ImmutableDictionary<string, StoredDays> Days { get; init; } = ImmutableDictionary<string, StoredDays>.Empty;

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
    public Extents And(Extents others) => new(ByTime.SetItems(others.ByTime)) { Days = Days.SetItems(others.Days) };

    /// <inheritdoc />
    public bool Equals(Extents? other) =>
        other is not null && AreSame(ByTime, other.ByTime) && AreSame(Days, other.Days);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(ByTime.Count, Days.Count);

    private static bool AreSame<TKey, T>(ImmutableDictionary<TKey, T> one, ImmutableDictionary<TKey, T> other)
        where TKey : notnull
        where T : class =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value));
}
