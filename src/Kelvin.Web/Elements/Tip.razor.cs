using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A question mark that opens an explanation: by mouse, touch or keyboard, closed with Escape, without script.</summary>
public sealed partial class Tip
{
    /// <summary>Unique on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>What is explained, as in "What is … ?".</summary>
    [Parameter, EditorRequired]
    public string About { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
