using System.Collections.Immutable;

namespace Kelvin.Catalog.Expectations;

/// <summary>What people count on about a dataset: when its rows come, and what they are like.</summary>
public sealed record DatasetExpectations
{
    /// <summary>Nothing.</summary>
    public static DatasetExpectations None { get; } = new();

    /// <summary>When rows come; null when nobody said.</summary>
    public Freshness? Fresh { get; init; }

    /// <summary>What is looked at after every load, in the order of the file.</summary>
    public ImmutableArray<DataCheck> Checks { get; init; } = [];

    /// <summary>Who looks after the dataset, or null.</summary>
    public string? Owner { get; init; }

    /// <inheritdoc />
    public bool Equals(DatasetExpectations? other) =>
        other is not null && Fresh == other.Fresh && Owner == other.Owner && Checks.SequenceEqual(other.Checks);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Fresh, Owner, Checks.Length);
}
