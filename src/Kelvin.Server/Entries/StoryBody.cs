using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Values;
using Kelvin.Language;

namespace Kelvin.Server.Entries;

/// <summary>What has happened to a cell.</summary>
internal sealed record StoryBody([property: Description("Newest first.")] ImmutableArray<CellEventBody> Events)
{
    public static StoryBody Of(CellStory story, Tongue tongue) => new([.. story.Events.Select(told => new CellEventBody(told.At, told.Person, told.Version, told.Value, told.Value is null ? null : WrittenValue.Of(told.Value, story.Column, tongue), told.Status, told.Comment))]);
}

/// <summary>Something that happened to a cell.</summary>
internal sealed record CellEventBody(
    DateTimeOffset At, string Person,
    [property: Description("The version that the cell came to have by a value.")] int? Version,
    [property: Description("The value that was entered; absent when the cell was emptied.")] object? Value,
    [property: Description("The same as it is written in a field.")] string? Text,
    [property: Description("What the row became.")] RowStatus? Status, string? Comment);
