using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>A row of a breakdown.</summary>
public sealed partial class BreakdownLine
{
    [Parameter, EditorRequired]
    public BreakdownView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public BreakdownRow Row { get; set; } = null!;

    /// <summary>Whether the row is the whole, which has no bar: it would dwarf those of its parts.</summary>
    [Parameter]
    public bool IsWhole { get; set; }
}
