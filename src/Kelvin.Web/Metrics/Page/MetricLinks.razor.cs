using System.Collections.Immutable;
using Kelvin.Catalog;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>Leads to other metrics.</summary>
public sealed partial class MetricLinks
{
    [Parameter, EditorRequired]
    public ImmutableArray<Metric> Metrics { get; set; } = [];
}
