using System.Collections.Immutable;

namespace Kelvin.Loading.Mapping;

/// <summary>Values that datasets have already, as texts: some of a key, all of a column with few.</summary>
/// <param name="ByColumn">The values by dataset and column.</param>
public sealed record KnownValues(ImmutableDictionary<(string Dataset, string Column), ImmutableHashSet<string>> ByColumn)
{
    /// <summary>Nothing known.</summary>
    public static KnownValues None { get; } = new(ImmutableDictionary<(string, string), ImmutableHashSet<string>>.Empty);

    /// <summary>The part of values that a column has; null where nothing is known of it.</summary>
    public double? ShareOf(ImmutableArray<string> values, string dataset, string column) =>
        values.IsEmpty || !ByColumn.TryGetValue((dataset, column), out var known) || known.IsEmpty
            ? null
            : values.Count(known.Contains) / (double)values.Length;
}
