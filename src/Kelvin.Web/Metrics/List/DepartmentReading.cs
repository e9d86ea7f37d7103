using System.Collections.Immutable;
using Kelvin.Web.Metrics.Cards;

namespace Kelvin.Web.Metrics.List;

/// <summary>A department's metrics as they are shown.</summary>
/// <param name="Label">What the department is called.</param>
/// <param name="Metrics">Its metrics, by name.</param>
public sealed record DepartmentReading(string Label, ImmutableArray<MetricReading> Metrics);
