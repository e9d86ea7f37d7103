using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>The parts of a metric as bars in a table.</summary>
public sealed partial class BreakdownTable
{
    [Parameter, EditorRequired]
    public BreakdownView View { get; set; } = null!;
}
