using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>A table with a row per period, from which dbt takes its calendar.</summary>
/// <param name="Table">The table's name, without schema.</param>
/// <param name="Column">The column that holds the period.</param>
/// <param name="Granularity">How long its periods are.</param>
/// <param name="Place">Where it is defined.</param>
internal sealed record TimeSpine(string Table, string Column, string Granularity, Place Place)
{
    /// <summary>Periods of the company's own: name, and the column that holds them.</summary>
    public ImmutableArray<(string Name, string Column)> CustomGrains { get; init; } = [];
}
