using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A history without axes, drawn by the server. Decoration beside the number that says the same exactly.</summary>
public sealed partial class Sparkline
{
    [Parameter, EditorRequired]
    public ImmutableArray<SparkPoint> Points { get; set; } = [];

    private SparkShape Shape => SparkShape.Of(Points);
}
