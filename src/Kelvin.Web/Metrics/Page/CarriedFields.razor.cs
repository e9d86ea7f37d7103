using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>What a form keeps of the address while it changes the rest.</summary>
public sealed partial class CarriedFields
{
    [Parameter, EditorRequired]
    public MetricAddress Address { get; set; } = null!;

    /// <summary>The part that the form itself sends.</summary>
    [Parameter, EditorRequired]
    public string Except { get; set; } = "";
}
