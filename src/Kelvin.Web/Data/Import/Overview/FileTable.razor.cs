using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Overview;

/// <summary>The files of an upload.</summary>
public sealed partial class FileTable
{
    /// <summary>The upload's id.</summary>
    [Parameter, EditorRequired]
    public string Upload { get; set; } = "";

    [Parameter, EditorRequired]
    public ImmutableArray<FileLine> Lines { get; set; } = [];
}
