using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kelvin.Loading.Values;

/// <summary>
/// A zone's offsets along its own clock. A local time in the hour that is skipped, or in the one that comes twice, is read with the
/// offset in force before the change: 02:30 on the spring night is 03:30 summer time, 02:30 on the autumn night is the first one.
/// </summary>
public sealed class LocalTimeline
{
    private static readonly ConcurrentDictionary<string, LocalTimeline> Known = new(StringComparer.Ordinal);

    private readonly TimeSpan[] _offsets;
    private readonly DateTime[] _changes;

    private LocalTimeline(TimeSpan[] offsets, DateTime[] changes)
    {
        _offsets = offsets;
        _changes = changes;
    }

    /// <summary>Local times from which each next offset holds; one fewer than there are offsets.</summary>
    public ImmutableArray<DateTime> Changes => [.. _changes];

    /// <summary>Offsets from UTC, in order.</summary>
    public ImmutableArray<TimeSpan> Offsets => [.. _offsets];

    /// <summary>A zone's timeline for all years that data is likely to be of; before and after them the nearest offset holds.</summary>
    public static LocalTimeline Of(TimeZoneInfo zone) => Known.GetOrAdd(zone.Id, _ => Of(zone, 1900, 2100));

    /// <summary>A zone's timeline from the first to the last year.</summary>
    public static LocalTimeline Of(TimeZoneInfo zone, int firstYear, int lastYear)
    {
        var end = new DateTime(Math.Min(lastYear, 9998), 12, 31, 0, 0, 0, DateTimeKind.Utc).AddDays(1);
        var at = new DateTime(Math.Clamp(firstYear, 2, 9998), 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(-1);
        if (zone.GetAdjustmentRules().Length == 0)
            return new LocalTimeline([zone.BaseUtcOffset], []);
        var offsets = new List<TimeSpan> { zone.GetUtcOffset(at) };
        var changes = new List<DateTime>();
        for (; at < end; at = at.AddDays(1))
        {
            var next = zone.GetUtcOffset(at.AddDays(1));
            if (next == offsets[^1])
                continue;
            var change = FindChange(zone, at, at.AddDays(1));
            changes.Add(DateTime.SpecifyKind(change + TimeSpan.FromTicks(Math.Max(offsets[^1].Ticks, next.Ticks)), DateTimeKind.Unspecified));
            offsets.Add(next);
        }
        return new LocalTimeline([.. offsets], [.. changes]);
    }

    /// <summary>The instant of a local time.</summary>
    public DateTime ToUtc(DateTime local)
    {
        var place = Array.BinarySearch(_changes, local);
        var offset = _offsets[place >= 0 ? place + 1 : ~place];
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>The first second of the new offset, which holds at the end but not at the start.</summary>
    private static DateTime FindChange(TimeZoneInfo zone, DateTime start, DateTime end)
    {
        var before = zone.GetUtcOffset(start);
        while (end - start > TimeSpan.FromSeconds(1))
        {
            var middle = new DateTime((start.Ticks + end.Ticks) / 2 / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
            if (zone.GetUtcOffset(middle) == before)
                start = middle;
            else
                end = middle;
        }
        return end;
    }
}
