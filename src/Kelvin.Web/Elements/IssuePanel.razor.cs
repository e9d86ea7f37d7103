using Kelvin.Language;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>What is wrong, where, and what would be accepted.</summary>
public sealed partial class IssuePanel
{
    private const string LineEnd = "\n";

    [Parameter, EditorRequired]
    public Issue Issue { get; set; } = null!;

    [Parameter]
    public IssueExcerpt? Excerpt { get; set; }

    private bool IsError => Issue.Severity == Severity.Error;

    private string? Where => Issue.Place switch
    {
        null => null,
        { File: null } place => Reader.Say("issue.column", ("column", place.Column)),
        { File: { } file } place => Reader.Say("issue.place", ("file", file), ("line", place.Line), ("column", place.Column)),
    };
}
