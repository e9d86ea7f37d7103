using System.ComponentModel;
using Kelvin.Calendars;

namespace Kelvin.Server.Asking;

/// <summary>A stretch of time.</summary>
internal sealed record StretchBody(
    [property: Description("First moment, inside.")] DateTimeOffset Start,
    [property: Description("First moment after it, outside.")] DateTimeOffset End)
{
    public static StretchBody Of(Period period) => new(period.Start, period.End);
}
