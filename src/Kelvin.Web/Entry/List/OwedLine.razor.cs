using Kelvin.Entries.Owing;
using Kelvin.Web.Elements;
using Kelvin.Web.Entry.Words;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Entry.List;

/// <summary>Numbers of a period that somebody owes, in a line that leads to where they are entered.</summary>
public sealed partial class OwedLine
{
    [Parameter, EditorRequired]
    public OwedSheet Sheet { get; set; } = null!;

    /// <summary>The period in words.</summary>
    [Parameter, EditorRequired]
    public string Period { get; set; } = "";

    /// <summary>The day on which they are due, in words; null when they are not owed.</summary>
    [Parameter]
    public string? DueOn { get; set; }

    private (string Text, Tone Tone, IconName? Icon) Status => EntryWords.Status(Reader, Sheet);

    private string? Due => DueOn is null ? null : EntryWords.Say(Reader, "due-on", ("day", DueOn));
}
