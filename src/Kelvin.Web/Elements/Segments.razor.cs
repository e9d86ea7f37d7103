using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A few ways to look at the same thing, each with an address of its own.</summary>
public sealed partial class Segments
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public ImmutableArray<Choice> Choices { get; set; } = [];
}
