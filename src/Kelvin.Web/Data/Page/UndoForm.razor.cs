using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Page;

/// <summary>Undoes a load once it is said that this is meant.</summary>
public sealed partial class UndoForm
{
    /// <summary>The dataset's name.</summary>
    [Parameter, EditorRequired]
    public string Dataset { get; set; } = "";

    /// <summary>The load's number.</summary>
    [Parameter, EditorRequired]
    public long Load { get; set; }
}
