using System.ComponentModel;

namespace Kelvin.Server.Asking;

/// <summary>The period of a row.</summary>
internal sealed record PeriodBody(
    [property: Description("First moment, inside.")] DateTimeOffset Start,
    [property: Description("First moment after it, outside.")] DateTimeOffset End,
    [property: Description("Whether it is over and all its data is there.")] bool IsFinished);
