using System.Collections.Immutable;

namespace Kelvin.Calendars.Zones;

/// <summary>
/// The offsets of a zone as a few spans, so that local days can be cut from UTC by comparing with constants
/// instead of converting row by row.
/// </summary>
public static class ZoneOffsets
{
    /// <summary>
    /// How far apart a zone's offset is looked at. The shortest time any zone of the tz database has kept an offset
    /// since 1970 is a week (northeastern Brazil in October 2000), so that none falls between two looks.
    /// </summary>
    private static readonly TimeSpan Step = TimeSpan.FromDays(3);

    /// <summary>
    /// The spans that cover the stretch from one moment to another exactly: in order, without gap or overlap,
    /// neighbours differing in offset; none when the stretch is empty.
    /// </summary>
    public static ImmutableArray<OffsetSpan> Spans(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (from.UtcDateTime, to.UtcDateTime);
        var spans = ImmutableArray.CreateBuilder<OffsetSpan>();
        while (start < end)
        {
            var offset = zone.GetUtcOffset(start);
            var change = NextChange(zone, start, end) ?? end;
            spans.Add(new OffsetSpan(Utc(start), Utc(change), offset));
            start = change;
        }
        return spans.ToImmutable();
    }

    /// <summary>The first instant after <paramref name="after"/> at which the offset differs, or null when none comes before <paramref name="before"/>.</summary>
    internal static DateTime? NextChange(TimeZoneInfo zone, DateTime after, DateTime before)
    {
        var offset = zone.GetUtcOffset(after);
        for (var same = after; same < before;)
        {
            var ahead = before - same <= Step ? before : same + Step;
            if (zone.GetUtcOffset(ahead) != offset)
                return FirstOther(zone, offset, same, ahead) is var change && change < before ? change : null;
            same = ahead;
        }
        return null;
    }

    /// <summary>Halves the stretch until the first tick with another offset is found.</summary>
    private static DateTime FirstOther(TimeZoneInfo zone, TimeSpan offset, DateTime same, DateTime other)
    {
        while (other.Ticks - same.Ticks > 1)
        {
            var middle = new DateTime(same.Ticks + (other.Ticks - same.Ticks) / 2, DateTimeKind.Utc);
            if (zone.GetUtcOffset(middle) == offset)
                same = middle;
            else
                other = middle;
        }
        return other;
    }

    private static DateTimeOffset Utc(DateTime instant) => new(instant, TimeSpan.Zero);
}
