using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>A table with its meaning: what its rows are about, what they can be grouped by, what is measured in them.</summary>
/// <param name="Name">Its name, unique in the project.</param>
/// <param name="Table">The table's name, without schema.</param>
/// <param name="Place">Where it is defined.</param>
internal sealed record SemanticModel(string Name, string Table, Place Place)
{
    public string? Label { get; init; }

    public string? Description { get; init; }

    /// <summary>The entity that a row is, when no column holds it.</summary>
    public string? PrimaryEntity { get; init; }

    /// <summary>Whether its rows are the days of dbt's calendar, and its dimensions their own periods.</summary>
    public bool IsTimeSpine { get; init; }

    /// <summary>The time dimension by which measures are aggregated unless they say otherwise.</summary>
    public string? AggregationTime { get; init; }

    public ImmutableArray<DbtEntity> Entities { get; init; } = [];

    public ImmutableArray<DbtDimension> Dimensions { get; init; } = [];

    public ImmutableArray<DbtMeasure> Measures { get; init; } = [];

    public DbtDimension? Dimension(string name) => Dimensions.FirstOrDefault(dimension => dimension.Name == name);

    public DbtEntity? Entity(string name) => Entities.FirstOrDefault(entity => entity.Name == name);

    public bool Equals(SemanticModel? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
