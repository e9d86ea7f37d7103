using Kelvin.Web.Metrics.Cards;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>The number that the page is about: the latest finished period.</summary>
public sealed partial class MetricHeadline
{
    [Parameter, EditorRequired]
    public MetricReading Reading { get; set; } = null!;
}
