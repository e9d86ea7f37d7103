namespace Kelvin.Calendars;

/// <summary>A stretch of time that a calendar cuts out: half-open, with the local offset at each end.</summary>
/// <param name="Grain">Its kind.</param>
/// <param name="Start">First moment, inside.</param>
/// <param name="End">First moment after it, outside.</param>
public readonly record struct Period(Grain Grain, DateTimeOffset Start, DateTimeOffset End);
