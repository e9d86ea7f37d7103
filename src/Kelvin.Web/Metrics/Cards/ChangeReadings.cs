using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Quantities;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.Cards;

/// <summary>Reads a change: which way it went, and whether that is good for the metric.</summary>
internal static class ChangeReadings
{
    /// <summary>The change of a row in words; that it cannot be told, when what it is compared with is known in part only.</summary>
    public static ChangeReading? Of(
        AnsweredMetric answered, int row, Direction better, Comparison? comparison, string against, Wording wording, Reader reader) =>
        answered.Change(row) is not { } change ? null
        : answered.IsRowComparedInPart(row, comparison, wording.Calendar) ? InPart(reader)
        : Of(change, better, against, wording);

    /// <summary>What stands in place of a change against a stretch that is known in part only.</summary>
    public static ChangeReading InPart(Reader reader) => new(reader.Say("change.in-part"), Course.Level, Tone.Neutral, "") { IsInPart = true };

    /// <summary>The change in words, or null when there is none.</summary>
    public static ChangeReading? Of(Quantity? change, Direction better, string against, Wording wording)
    {
        if (change is not { } known)
            return null;
        var text = wording.Change(known);
        // What is written without a sign rounds to nothing, and then it went nowhere.
        var course = text.StartsWith('+') ? Course.Up : text.StartsWith('−') ? Course.Down : Course.Level;
        return new(text, course, ToneOf(course, better), against);
    }

    private static Tone ToneOf(Course course, Direction better) => (course, better) switch
    {
        (Course.Up, Direction.Higher) or (Course.Down, Direction.Lower) => Tone.Good,
        (Course.Up, Direction.Lower) or (Course.Down, Direction.Higher) => Tone.Bad,
        _ => Tone.Neutral,
    };
}
