using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A part of a page that follows its data while the page is open.</summary>
public sealed partial class LivePart
{
    /// <summary>Its name, one of its kind on the page.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What it shows, in which versions.</summary>
    [Parameter, EditorRequired]
    public string Mark { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
