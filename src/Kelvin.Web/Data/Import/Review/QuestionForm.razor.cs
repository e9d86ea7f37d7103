using Kelvin.Imports.Planning;
using Kelvin.Loading.Proposing;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Review;

/// <summary>Asks what a file does not tell, with what its values mean in each answer.</summary>
public sealed partial class QuestionForm
{
    /// <summary>The upload's id.</summary>
    [Parameter, EditorRequired]
    public string Upload { get; set; } = "";

    [Parameter, EditorRequired]
    public FilePlan Plan { get; set; } = null!;

    [Parameter, EditorRequired]
    public FileWords Words { get; set; } = null!;

    private static string FieldOf(OpenQuestion question) => question.About.ToString().ToLowerInvariant();
}
