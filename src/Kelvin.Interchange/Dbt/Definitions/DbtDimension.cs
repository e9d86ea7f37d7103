using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>Something that rows can be grouped by.</summary>
/// <param name="Name">Its name, unique in the model.</param>
/// <param name="Expression">The column, or an expression.</param>
/// <param name="Place">Where it is defined.</param>
internal sealed record DbtDimension(string Name, DbtText Expression, Place Place)
{
    public string? Label { get; init; }

    public string? Description { get; init; }

    /// <summary>The finest period its values tell apart; null for a dimension that is not a time.</summary>
    public string? Granularity { get; init; }

    /// <summary>Whether tables that both have it are joined by it too.</summary>
    public bool IsPartition { get; init; }

    /// <summary>Whether it is when a row begins to hold.</summary>
    public bool IsValidFrom { get; init; }

    /// <summary>Whether it is when a row ceases to hold.</summary>
    public bool IsValidTo { get; init; }

    public bool IsTime => Granularity is not null;
}
