using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>Leads to the rows before and after.</summary>
public sealed partial class Pager
{
    /// <summary>Which rows are shown, in words.</summary>
    [Parameter, EditorRequired]
    public string Summary { get; set; } = "";

    [Parameter]
    public string? Previous { get; set; }

    [Parameter]
    public string? Next { get; set; }
}
