using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Trust;

/// <summary>How far what is shown can be relied on, with the reasons behind a question mark.</summary>
public sealed partial class TrustBadge
{
    /// <summary>Unique on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public TrustView View { get; set; } = null!;
}
