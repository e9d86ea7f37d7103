using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A word about a thing's status.</summary>
public sealed partial class Badge
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter]
    public Tone Tone { get; set; }

    [Parameter]
    public IconName? Icon { get; set; }
}
