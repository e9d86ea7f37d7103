using Kelvin.Catalog.Connections;

namespace Kelvin.Catalog.Expectations;

/// <summary>When rows of a dataset are expected.</summary>
/// <param name="Due">The deadlines, or the longest pause between two loads; null when only the age of rows counts.</param>
/// <param name="Grace">How much later is not yet late.</param>
/// <param name="Newest">How old the newest row may be by its time, or null when that does not count.</param>
public sealed record Freshness(SyncSchedule? Due, TimeSpan Grace, TimeSpan? Newest)
{
    /// <summary>
    /// What is due at a moment. A load counts for the deadline that it is nearest to: from half the way since the deadline before it
    /// on. So what came late yesterday is not taken for what is due today, and what comes the evening before is.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="last">When rows came last, or were found to be what they were; null for never.</param>
    /// <param name="zone">The zone of local times.</param>
    public DueLoad At(DateTimeOffset now, DateTimeOffset? last, TimeZoneInfo zone) => Due switch
    {
        SyncSchedule.Every every => last is { } came
            ? new DueLoad(came + every.Pause, now > came + every.Pause + Grace, came + every.Pause)
            : new DueLoad(null, true, null),
        SyncSchedule.At at => ByTimes(at, now, last, zone),
        _ => new DueLoad(null, false, null),
    };

    private DueLoad ByTimes(SyncSchedule.At at, DateTimeOffset now, DateTimeOffset? last, TimeZoneInfo zone)
    {
        var next = at.After(now, zone);
        if (at.UpTo(now - Grace, zone) is not { } due)
            return new DueLoad(null, false, next);
        var opens = at.UpTo(due.AddTicks(-1), zone) is { } before ? before + (due - before) / 2 : DateTimeOffset.MinValue;
        return new DueLoad(due, last is null || last < opens, next);
    }
}

/// <summary>What is due of a dataset.</summary>
/// <param name="Due">When it was due last, or will be after a pause; null when nothing is.</param>
/// <param name="IsLate">Whether it has not come.</param>
/// <param name="Next">When something is due next, or null.</param>
public readonly record struct DueLoad(DateTimeOffset? Due, bool IsLate, DateTimeOffset? Next);
