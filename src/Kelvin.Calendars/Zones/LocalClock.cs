namespace Kelvin.Calendars.Zones;

/// <summary>
/// What a zone's clock on the wall shows. A local time that does not exist stands for the first moment after the
/// gap; one that comes twice stands for its first occurrence, so each is "the first moment at which the clock shows
/// this or later".
/// </summary>
internal static class LocalClock
{
    /// <summary>More than any zone has ever been from UTC (15 h 13 min), so that a local time's instant lies within it, and less than between two changes.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(16);

    /// <summary>The first instant at which the clock shows this time or later.</summary>
    public static DateTimeOffset FirstMoment(TimeZoneInfo zone, DateTime local)
    {
        var (from, to) = (Utc(local - Farthest), Utc(local + Farthest));
        var offset = zone.GetUtcOffset(from);
        if (zone.GetUtcOffset(to) == offset)
            return new DateTimeOffset(local, offset);
        foreach (var span in ZoneOffsets.Spans(zone, from, to))
        {
            var moment = Utc(local - span.Offset);
            var inside = moment < span.FromUtc ? span.FromUtc : moment;
            if (inside < span.ToUtc)
                return inside.ToOffset(span.Offset);
        }
        throw new InvalidOperationException($"{zone.Id} never shows {local:s}.");
    }

    /// <summary>The first moment of a local day: midnight where it exists, else the moment the clock skips to.</summary>
    public static DateTimeOffset StartOf(TimeZoneInfo zone, DateOnly day) =>
        FirstMoment(zone, day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant with the zone's offset at it.</summary>
    public static DateTimeOffset At(TimeZoneInfo zone, DateTimeOffset instant) =>
        instant.ToOffset(zone.GetUtcOffset(instant));

    /// <summary>
    /// The day whose stretch from first moment to the next day's first moment holds the instant. Nearly always the
    /// date on the wall; where a clock is put back just after midnight, the evening that comes again belongs to the new day.
    /// </summary>
    public static DateOnly DayOf(TimeZoneInfo zone, DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(At(zone, instant).DateTime);
        return StartOf(zone, day.AddDays(1)) <= instant ? day.AddDays(1) : day;
    }

    private static DateTimeOffset Utc(DateTime time) => new(time.Ticks, TimeSpan.Zero);
}
