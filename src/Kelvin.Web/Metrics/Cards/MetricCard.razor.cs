using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Cards;

/// <summary>A metric at a glance. It leads to the metric's page.</summary>
public sealed partial class MetricCard
{
    [Parameter, EditorRequired]
    public MetricReading Reading { get; set; } = null!;

    private string Href => $"/metrics/{Uri.EscapeDataString(Reading.Name)}";
}
