using System.Collections.Immutable;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>Everything that a dbt project defines about metrics.</summary>
internal sealed record DbtProject(
    ImmutableArray<SemanticModel> Models, ImmutableArray<DbtMetric> Metrics,
    ImmutableArray<SavedQuery> SavedQueries, ImmutableArray<TimeSpine> Spines);
