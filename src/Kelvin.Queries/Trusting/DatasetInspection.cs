using System.Collections.Immutable;

namespace Kelvin.Queries.Trusting;

/// <summary>What the checks of a dataset found after a load, or on a load that they refused.</summary>
/// <param name="Load">The load's number; 0 when they were run without one.</param>
/// <param name="Moment">When.</param>
/// <param name="Results">One for each check that was declared then.</param>
public sealed record DatasetInspection(long Load, DateTimeOffset Moment, ImmutableArray<CheckResult> Results)
{
    /// <summary>Where the rows of a refused load came from, or null.</summary>
    public string? Source { get; init; }

    /// <inheritdoc />
    public bool Equals(DatasetInspection? other) =>
        other is not null && Load == other.Load && Moment == other.Moment && Source == other.Source && Results.SequenceEqual(other.Results);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Load, Moment, Results.Length);
}
