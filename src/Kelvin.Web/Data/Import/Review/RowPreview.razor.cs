using Kelvin.Imports.Planning;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Review;

/// <summary>The first rows of a file as a load would read them, and those with problems.</summary>
public sealed partial class RowPreview
{
    [Parameter, EditorRequired]
    public FilePlan Plan { get; set; } = null!;
}
