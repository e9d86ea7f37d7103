using Kelvin.Web.Elements;

namespace Kelvin.Web.Metrics.Cards;

/// <summary>A change as it is shown.</summary>
/// <param name="Text">By how much: <c>+12,4 %</c>; or why that is not said.</param>
/// <param name="Course">Which way it went.</param>
/// <param name="Tone">Whether that is good, by the metric's direction.</param>
/// <param name="Against">What it is compared with: <c>mot samma månad i fjol</c>.</param>
public sealed record ChangeReading(string Text, Course Course, Tone Tone, string Against)
{
    /// <summary>Whether what it is compared with is known in part only, so that a change would mislead.</summary>
    public bool IsInPart { get; init; }
}

/// <summary>Which way a value went.</summary>
public enum Course
{
    Level, Up, Down,
}
