using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>What a form keeps of the address while it changes the rest.</summary>
public sealed partial class CarriedFields
{
    [Parameter, EditorRequired]
    public MetricAddress Address { get; set; } = null!;

    /// <summary>The parts that the form itself sends.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<string> Except { get; set; } = [];
}
