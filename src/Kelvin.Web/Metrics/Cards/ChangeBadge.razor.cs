using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Cards;

/// <summary>How a value changed, whether that is good, and against what.</summary>
public sealed partial class ChangeBadge
{
    [Parameter, EditorRequired]
    public ChangeReading? Change { get; set; }

    private IconName Picture => Change!.IsInPart ? IconName.Clock : Change.Course switch
    {
        Course.Up => IconName.Up,
        Course.Down => IconName.Down,
        _ => IconName.Level,
    };

    private string? Verdict => Change!.Tone switch
    {
        Tone.Good => Reader.Say("change.good"),
        Tone.Bad => Reader.Say("change.bad"),
        _ => null,
    };
}
