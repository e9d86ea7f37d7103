using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Connections;

/// <summary>Fetches a dataset now.</summary>
public sealed partial class FetchButton
{
    /// <summary>Its name.</summary>
    [Parameter, EditorRequired]
    public string Dataset { get; set; } = "";

    /// <summary>What it is called.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";
}
