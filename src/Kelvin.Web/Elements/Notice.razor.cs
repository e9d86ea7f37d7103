using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>Something the reader should know about what stands below it.</summary>
public sealed partial class Notice
{
    [Parameter]
    public Tone Tone { get; set; }

    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
