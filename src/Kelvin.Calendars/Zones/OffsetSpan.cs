namespace Kelvin.Calendars.Zones;

/// <summary>A stretch of time during which a zone keeps one offset; half-open.</summary>
/// <param name="FromUtc">First instant, inside; offset zero.</param>
/// <param name="ToUtc">First instant after it; offset zero.</param>
/// <param name="Offset">What is added to UTC to read the local clock.</param>
public readonly record struct OffsetSpan(DateTimeOffset FromUtc, DateTimeOffset ToUtc, TimeSpan Offset);
