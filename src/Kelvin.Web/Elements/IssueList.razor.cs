using System.Collections.Immutable;
using Kelvin.Language;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>Everything that has to be mended, one panel each.</summary>
public sealed partial class IssueList
{
    [Parameter, EditorRequired]
    public ImmutableArray<Issue> Issues { get; set; } = [];

    /// <summary>The text that an issue's place is in, where it is to be had.</summary>
    [Parameter]
    public Func<Place, string?>? TextOf { get; set; }

    private IssueExcerpt? ExcerptOf(Issue issue) =>
        issue.Place is { } place && TextOf?.Invoke(place) is { } text ? IssueExcerpt.Of(text, place) : null;
}
