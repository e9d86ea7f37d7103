using System.Collections.Immutable;

namespace Kelvin.Catalog;

/// <summary>A to-one link: which row of another dataset belongs to a row here.</summary>
/// <param name="Name">Its name in paths, unique among the links and columns of its dataset.</param>
/// <param name="To">The dataset it leads to.</param>
/// <param name="On">The pairs of columns that must be equal, covering the key there; compared by value.</param>
public sealed record DatasetLink(string Name, string To, ImmutableArray<LinkedColumns> On)
{
    /// <summary>
    /// The stored date or instant column of this dataset that says when, where rows there hold for a time only; null for
    /// the time of the row that a path starts from.
    /// </summary>
    public string? At { get; init; }

    /// <inheritdoc />
    public bool Equals(DatasetLink? other) =>
        other is not null && Name == other.Name && To == other.To && At == other.At && On.SequenceEqual(other.On);

    /// <inheritdoc />
    public override int GetHashCode() => On.Aggregate(HashCode.Combine(Name, To, At), HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => $"{Name} -> {To} on {string.Join(", ", On)}{(At is null ? "" : $" at {At}")}";
}

/// <summary>A column here and the column there that must have the same value.</summary>
public readonly record struct LinkedColumns(string Here, string There)
{
    /// <inheritdoc />
    public override string ToString() => $"{Here}={There}";
}
