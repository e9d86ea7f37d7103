using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>Says why there is nothing here and what to do about it.</summary>
public sealed partial class EmptyState
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>1 when it is the whole page; else 0.</summary>
    [Parameter]
    public int Level { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
