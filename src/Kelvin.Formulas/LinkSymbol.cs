using System.Collections.Immutable;

namespace Kelvin.Formulas;

/// <summary>A to-one link as a formula sees it.</summary>
/// <param name="Name">Its name in paths: that of the link column, or its own.</param>
/// <param name="To">The dataset it leads to.</param>
/// <param name="Columns">The columns of this dataset whose values it goes by; compared by value.</param>
public sealed record LinkSymbol(string Name, string To, ImmutableArray<string> Columns)
{
    /// <summary>The columns there that have the same values, in the same order; empty for a link column, which holds the key.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>The stored column that says when, for a dated link; null where the time of the row that the path starts from says it.</summary>
    public string? At { get; init; }

    /// <inheritdoc />
    public bool Equals(LinkSymbol? other) =>
        other is not null && Name == other.Name && To == other.To && At == other.At && Columns.SequenceEqual(other.Columns) && Keys.SequenceEqual(other.Keys);

    /// <inheritdoc />
    public override int GetHashCode() => Columns.Aggregate(HashCode.Combine(Name, To, At), HashCode.Combine);
}
