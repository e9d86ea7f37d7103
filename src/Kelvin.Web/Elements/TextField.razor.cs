using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A line of text in a form.</summary>
public sealed partial class TextField
{
    /// <summary>The name under which the text is sent.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Value { get; set; }

    /// <summary>What might be written here; shown while the field is empty.</summary>
    [Parameter]
    public string? Example { get; set; }

    /// <summary>Whether what is written cannot be used; an issue says why.</summary>
    [Parameter]
    public bool IsFaulty { get; set; }

    private string Id => "field-" + Name;
}
