using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>The way from the start to this page.</summary>
public sealed partial class Breadcrumbs
{
    [Parameter, EditorRequired]
    public ImmutableArray<(string Text, string Href)> Steps { get; set; } = [];

    [Parameter, EditorRequired]
    public string Here { get; set; } = "";
}
