using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>An aggregate of a model's rows.</summary>
/// <param name="Name">Its name, unique in the project.</param>
/// <param name="Aggregation">What is done: <c>sum</c>, <c>count_distinct</c>, and so on.</param>
/// <param name="Expression">What of each row.</param>
/// <param name="Place">Where it is defined.</param>
internal sealed record DbtMeasure(string Name, string Aggregation, DbtText Expression, Place Place)
{
    public string? Label { get; init; }

    public string? Description { get; init; }

    /// <summary>The time dimension that overrides the model's, or null.</summary>
    public string? AggregationTime { get; init; }

    public decimal? Percentile { get; init; }

    public bool IsDiscrete { get; init; }

    public bool IsApproximate { get; init; }

    /// <summary>How it refuses to add up over time, or null.</summary>
    public NonAdditiveDimension? NonAdditive { get; init; }

    /// <summary>Whether there is a metric of the same name.</summary>
    public bool MakesMetric { get; init; }
}

/// <summary>Says that only the rows of the first or last moment of a period count.</summary>
internal sealed record NonAdditiveDimension(string Dimension, bool IsLast, ImmutableArray<string> Series, Place Place);
