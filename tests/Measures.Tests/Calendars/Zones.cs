using CsCheck;
using Kelvin.Calendars;

namespace Measures.Tests.Calendars;

/// <summary>Zones with every oddity there is: half-hour shifts, quarter-hour offsets, no midnight, a skipped day.</summary>
internal static class Zones
{
    public static TimeZoneInfo Stockholm { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static Calendar Swedish { get; } = Calendar.Gregorian(Stockholm);

    public static Gen<TimeZoneInfo> Any { get; } = Gen.OneOf(
        [.. new[]
        {
            "Europe/Stockholm", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Beirut",
            "Pacific/Apia", "America/St_Johns", "America/Havana", "Africa/Casablanca", "Africa/Cairo", "Asia/Tehran", "UTC",
        }.Select(TimeZoneInfo.FindSystemTimeZoneById)]);

    public static Gen<Calendar> AnyCalendar { get; } =
        Gen.Select(Any, Gen.Int[1, 12]).Select((zone, month) => Calendar.Gregorian(zone, month));

    public static Gen<DateTimeOffset> AnyMoment { get; } =
        Gen.Int[0, 65 * 366 * 24 * 60].Select(minutes => new DateTimeOffset(1972, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    public static Gen<DateOnly> AnyDay { get; } = Gen.Int[0, 80 * 365].Select(days => new DateOnly(1970, 1, 1).AddDays(days));

    public static Gen<Grain> AnyGrain { get; } = Gen.OneOf([.. Grain.Standard]);
}
