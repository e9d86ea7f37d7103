using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>The head of a column; clicking it orders the table by it, and again the other way around.</summary>
public sealed partial class ColumnHead
{
    [Parameter, EditorRequired]
    public SortHead Head { get; set; } = null!;

    [Parameter]
    public bool IsNumber { get; set; }
}
