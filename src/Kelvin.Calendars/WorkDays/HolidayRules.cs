using System.Collections.Immutable;

namespace Kelvin.Calendars.WorkDays;

/// <summary>The holidays of a country, computed for any year.</summary>
public abstract record HolidayRules
{
    private HolidayRules()
    {
    }

    /// <summary>Every day of the year that is a holiday, in order of days.</summary>
    public abstract ImmutableArray<Holiday> Of(int year);

    /// <summary>The rules of a country by its ISO 3166 code, or null when none ship for it.</summary>
    public static HolidayRules? Find(string country) =>
        string.Equals(country, "SE", StringComparison.OrdinalIgnoreCase) ? new Swedish() : null;

    /// <summary>No holidays.</summary>
    public sealed record None : HolidayRules
    {
        /// <inheritdoc />
        public override ImmutableArray<Holiday> Of(int year) => [];
    }

    /// <summary>
    /// Sweden since 2005: the public holidays of lagen (1989:253) om allmänna helgdagar, and the eves of Midsummer,
    /// Christmas and New Year, which by custom are as free as they.
    /// </summary>
    public sealed record Swedish : HolidayRules
    {
        /// <inheritdoc />
        public override ImmutableArray<Holiday> Of(int year)
        {
            var easter = Easter.SundayOf(year);
            var midsummer = FirstSaturday(new DateOnly(year, 6, 20));
            ImmutableArray<Holiday> holidays =
            [
                new(new DateOnly(year, 1, 1), "new-years-day"),
                new(new DateOnly(year, 1, 6), "epiphany"),
                new(easter.AddDays(-2), "good-friday"),
                new(easter, "easter-day"),
                new(easter.AddDays(1), "easter-monday"),
                new(new DateOnly(year, 5, 1), "may-day"),
                new(easter.AddDays(39), "ascension-day"),
                new(easter.AddDays(49), "whit-sunday"),
                new(new DateOnly(year, 6, 6), "national-day"),
                new(midsummer.AddDays(-1), "midsummer-eve", ByCustom: true),
                new(midsummer, "midsummer-day"),
                new(FirstSaturday(new DateOnly(year, 10, 31)), "all-saints-day"),
                new(new DateOnly(year, 12, 24), "christmas-eve", ByCustom: true),
                new(new DateOnly(year, 12, 25), "christmas-day"),
                new(new DateOnly(year, 12, 26), "boxing-day"),
                new(new DateOnly(year, 12, 31), "new-years-eve", ByCustom: true),
            ];
            return [.. holidays.OrderBy(holiday => holiday.Day)];
        }

        private static DateOnly FirstSaturday(DateOnly from) =>
            from.AddDays((DayOfWeek.Saturday - from.DayOfWeek + 7) % 7);
    }
}
