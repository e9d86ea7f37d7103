using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A formula or statement as it is written. It can be scrolled from the keyboard.</summary>
public sealed partial class CodeBlock
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>Whether words of SQL are set off.</summary>
    [Parameter]
    public bool IsSql { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private IEnumerable<(string Text, string? Kind)> Pieces => IsSql ? SqlColouring.Pieces(Text) : [(Text, null)];
}
