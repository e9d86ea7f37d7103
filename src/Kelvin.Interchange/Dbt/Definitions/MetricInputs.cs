using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>A measure as a metric uses it.</summary>
internal sealed record MeasureInput(string Name, ImmutableArray<DbtText> Filters, Place Place)
{
    /// <summary>Whether periods without rows appear too.</summary>
    public bool JoinsToTimeSpine { get; init; }

    /// <summary>What stands where there is nothing, or null.</summary>
    public decimal? FillNullsWith { get; init; }
}

/// <summary>A metric as another metric uses it.</summary>
internal sealed record MetricInput(string Name, ImmutableArray<DbtText> Filters, Place Place)
{
    /// <summary>The name it goes by in the expression; null for its own.</summary>
    public string? Alias { get; init; }

    /// <summary>How far back it is seen, or null.</summary>
    public TimeLength? OffsetWindow { get; init; }

    /// <summary>The period at whose start it is seen, or null.</summary>
    public string? OffsetToGrain { get; init; }

    public string CalledAs => Alias ?? Name;
}

/// <summary>A length of time in whole periods, such as 14 days.</summary>
internal readonly record struct TimeLength(int Count, string Grain);
