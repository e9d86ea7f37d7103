using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A choice of one in a form.</summary>
public sealed partial class SelectField
{
    /// <summary>The name under which the choice is sent.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public ImmutableArray<Choice> Choices { get; set; } = [];

    private string Id => "field-" + Name;
}
