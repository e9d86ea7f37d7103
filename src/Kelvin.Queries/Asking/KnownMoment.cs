using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Language;

namespace Kelvin.Queries.Asking;

/// <summary>The moment as known on which a question is asked.</summary>
/// <param name="At">What was loaded up to it, itself included, is known.</param>
public sealed record KnownMoment(DateTimeOffset At)
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>What a question says: a day, which is known to its end, or a moment; none that is still to come.</summary>
    public static Checked<KnownMoment> Read(MetricQuery query, MetricCatalog catalog, DateTimeOffset now)
    {
        var written = query.KnownOn!.Trim();
        var zone = query.Zone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var asked) ? asked : catalog.Settings.Zone;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            return StartOf(day, zone) > now ? ToCome(written) : Sound(Earlier(StartOf(day.AddDays(1), zone).AddTicks(-TimeSpan.TicksPerMicrosecond), now));
        if (DateTime.TryParseExact(written, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return zone.IsInvalidTime(local) ? Unreadable(written) : NotToCome(new DateTimeOffset(local, zone.GetUtcOffset(local)), written, now);
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind | DateTimeStyles.AssumeUniversal, out var moment) && written.Contains('T', StringComparison.Ordinal)
            ? NotToCome(moment, written, now)
            : Unreadable(written);
    }

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static Checked<KnownMoment> NotToCome(DateTimeOffset moment, string written, DateTimeOffset now) => moment > now ? ToCome(written) : Sound(moment);

    private static Checked<KnownMoment> Sound(DateTimeOffset moment) => Checked<KnownMoment>.Sound(new KnownMoment(moment.ToUniversalTime()));

    private static Checked<KnownMoment> ToCome(string written) => Checked<KnownMoment>.Faulty(Issue.At(null, "query.known-on-to-come", ("written", written)));

    private static Checked<KnownMoment> Unreadable(string written) => Checked<KnownMoment>.Faulty(Issue.At(null, "query.known-on-unreadable", ("written", written)));
}
