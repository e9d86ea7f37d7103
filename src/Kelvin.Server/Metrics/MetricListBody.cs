using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Metrics;

/// <summary>Every metric that can be asked for.</summary>
internal sealed record MetricListBody(
    [property: Description("Fingerprint of all definitions: the same text gives the same version.")] string CatalogVersion,
    ImmutableArray<MetricBody> Metrics,
    [property: Description("What is wrong in the definition files; what depends on it cannot be asked for.")] ImmutableArray<IssueBody> Issues);
