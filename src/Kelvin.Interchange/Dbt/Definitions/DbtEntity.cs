using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>A thing that rows are about, by which tables are joined.</summary>
/// <param name="Name">Its name, the same in every model that speaks of it.</param>
/// <param name="Kind">What part it plays in this model.</param>
/// <param name="Expression">The column, or an expression.</param>
/// <param name="Place">Where it is defined.</param>
internal sealed record DbtEntity(string Name, EntityKind Kind, DbtText Expression, Place Place)
{
    public string? Label { get; init; }
}

/// <summary>The part that an entity plays in a model.</summary>
internal enum EntityKind
{
    /// <summary>Names a row, always.</summary>
    Primary,

    /// <summary>Names a row where it is given.</summary>
    Unique,

    /// <summary>Names a thing that has a row for each stretch of time.</summary>
    Natural,

    /// <summary>Leads to a row elsewhere.</summary>
    Foreign,
}
