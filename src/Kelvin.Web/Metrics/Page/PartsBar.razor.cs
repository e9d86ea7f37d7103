using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>Chooses what a metric is broken down by, and how many parts are shown.</summary>
public sealed partial class PartsBar
{
    private static readonly ImmutableArray<string> Own = ["by", "top"];

    [Parameter, EditorRequired]
    public MetricAddress Address { get; set; } = null!;

    [Parameter, EditorRequired]
    public ImmutableArray<Choice> Dimensions { get; set; } = [];

    private ImmutableArray<Choice> Tops =>
    [
        .. MetricAddress.PartsOffered.Select(count => new Choice(
            count.ToString(CultureInfo.InvariantCulture), Reader.Say("breakdown.top-parts", ("n", count)), count == Address.PartsShown)),
    ];
}
