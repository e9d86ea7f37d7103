using System.Collections.Immutable;
using Cronos;

namespace Kelvin.Catalog.Connections;

/// <summary>When rows are fetched by themselves.</summary>
public abstract record SyncSchedule
{
    private SyncSchedule()
    {
    }

    /// <summary>
    /// The first moment after another; null when there is none. A local time that is skipped in spring counts at the moment of the
    /// change, one that comes twice in autumn counts once.
    /// </summary>
    public abstract DateTimeOffset? After(DateTimeOffset moment, TimeZoneInfo zone);

    /// <summary>Again and again after a while.</summary>
    /// <param name="Pause">From one start to the next.</param>
    public sealed record Every(TimeSpan Pause) : SyncSchedule
    {
        /// <inheritdoc />
        public override DateTimeOffset? After(DateTimeOffset moment, TimeZoneInfo zone) => moment + Pause;
    }

    /// <summary>At local times.</summary>
    /// <param name="Times">Each as cron writes it, in five fields.</param>
    public sealed record At(ImmutableArray<string> Times) : SyncSchedule
    {
        private static readonly int[] LooksBack = [1, 8, 40, 400, 1_500];

        private readonly ImmutableArray<CronExpression> _times = [.. Times.Select(time => CronExpression.Parse(time))];

        /// <inheritdoc />
        public override DateTimeOffset? After(DateTimeOffset moment, TimeZoneInfo zone) =>
            _times.Min(time => time.GetNextOccurrence(moment, zone));

        /// <summary>The last of the times up to a moment, that moment included; null when there was none in four years.</summary>
        public DateTimeOffset? UpTo(DateTimeOffset moment, TimeZoneInfo zone)
        {
            // Times that come often are found at once, and seldom ones are few.
            foreach (var days in LooksBack)
                if (_times.SelectMany(time => time.GetOccurrences(moment.AddDays(-days), moment, zone, fromInclusive: true, toInclusive: true))
                    .Select(found => (DateTimeOffset?)found).Max() is { } last)
                    return last;
            return null;
        }

        /// <inheritdoc />
        public bool Equals(At? other) => other is not null && Times.SequenceEqual(other.Times);

        /// <inheritdoc />
        public override int GetHashCode() => Times.Length;
    }
}
