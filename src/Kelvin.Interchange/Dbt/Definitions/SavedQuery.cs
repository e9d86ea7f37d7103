using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>A question that a dbt project keeps under a name.</summary>
internal sealed record SavedQuery(string Name, Place Place)
{
    public string? Label { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<string> Metrics { get; init; } = [];

    /// <summary>As written: <c>TimeDimension('metric_time', 'day')</c>, or a name.</summary>
    public ImmutableArray<string> GroupBy { get; init; } = [];

    public ImmutableArray<DbtText> Where { get; init; } = [];

    public ImmutableArray<string> OrderBy { get; init; } = [];

    public int? Limit { get; init; }
}
