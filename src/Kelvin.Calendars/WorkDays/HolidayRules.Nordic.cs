namespace Kelvin.Calendars.WorkDays;

/// <content>The Nordic countries.</content>
public abstract partial record HolidayRules
{
    /// <summary>
    /// Sweden since 1953: the public holidays of lagen (1989:253) om allmänna helgdagar, with the National Day since 2005 and
    /// Whit Monday before, and the eves of Midsummer, Christmas and New Year, which by custom are as free as they.
    /// </summary>
    public sealed record Swedish : HolidayRules
    {
        private protected override IEnumerable<Holiday> All(int year, DateOnly easter)
        {
            var midsummer = First(DayOfWeek.Saturday, year, 6, 20);
            return
            [
                On(year, 1, 1, "new-years-day"), On(year, 1, 6, "epiphany"),
                new(easter.AddDays(-2), "good-friday"), new(easter, "easter-day"), new(easter.AddDays(1), "easter-monday"),
                On(year, 5, 1, "may-day"), new(easter.AddDays(39), "ascension-day"), new(easter.AddDays(49), "whit-sunday"),
                year >= 2005 ? On(year, 6, 6, "national-day") : new(easter.AddDays(50), "whit-monday"),
                new(midsummer.AddDays(-1), "midsummer-eve", ByCustom: true), new(midsummer, "midsummer-day"),
                new(First(DayOfWeek.Saturday, year, 10, 31), "all-saints-day"),
                new(new DateOnly(year, 12, 24), "christmas-eve", ByCustom: true),
                On(year, 12, 25, "christmas-day"), On(year, 12, 26, "boxing-day"),
                new(new DateOnly(year, 12, 31), "new-years-eve", ByCustom: true),
            ];
        }
    }

    /// <summary>Norway: lov om helligdager (1995) and lov om 1 og 17 mai (1947).</summary>
    public sealed record Norwegian : HolidayRules
    {
        private protected override IEnumerable<Holiday> All(int year, DateOnly easter) =>
        [
            .. NorthernEaster(easter), On(year, 1, 1, "new-years-day"), On(year, 5, 1, "may-day"), On(year, 5, 17, "constitution-day"),
            On(year, 12, 25, "christmas-day"), On(year, 12, 26, "boxing-day"),
        ];
    }

    /// <summary>
    /// Denmark: the holidays of the national church, with the General Prayer Day through 2023 (lov nr. 214 of 2023 ended it);
    /// by custom also Constitution Day and Christmas Eve.
    /// </summary>
    public sealed record Danish : HolidayRules
    {
        private protected override IEnumerable<Holiday> All(int year, DateOnly easter) =>
        [
            .. NorthernEaster(easter), On(year, 1, 1, "new-years-day"), .. year < 2024 ? [new(easter.AddDays(26), "prayer-day")] : (Holiday[])[],
            new(new DateOnly(year, 6, 5), "constitution-day", ByCustom: true), new(new DateOnly(year, 12, 24), "christmas-eve", ByCustom: true),
            On(year, 12, 25, "christmas-day"), On(year, 12, 26, "boxing-day"),
        ];
    }

    /// <summary>Finland since 1992; by custom also the eves of Midsummer and Christmas.</summary>
    public sealed record Finnish : HolidayRules
    {
        private protected override IEnumerable<Holiday> All(int year, DateOnly easter)
        {
            var midsummer = First(DayOfWeek.Saturday, year, 6, 20);
            return
            [
                On(year, 1, 1, "new-years-day"), On(year, 1, 6, "epiphany"),
                new(easter.AddDays(-2), "good-friday"), new(easter, "easter-day"), new(easter.AddDays(1), "easter-monday"),
                On(year, 5, 1, "may-day"), new(easter.AddDays(39), "ascension-day"), new(easter.AddDays(49), "whit-sunday"),
                new(midsummer.AddDays(-1), "midsummer-eve", ByCustom: true), new(midsummer, "midsummer-day"),
                new(First(DayOfWeek.Saturday, year, 10, 31), "all-saints-day"), On(year, 12, 6, "independence-day"),
                new(new DateOnly(year, 12, 24), "christmas-eve", ByCustom: true),
                On(year, 12, 25, "christmas-day"), On(year, 12, 26, "boxing-day"),
            ];
        }
    }

    /// <summary>Iceland: lög 88/1971; the eves of Christmas and New Year, free from 13:00, count as free by custom.</summary>
    public sealed record Icelandic : HolidayRules
    {
        private protected override IEnumerable<Holiday> All(int year, DateOnly easter) =>
        [
            .. NorthernEaster(easter), On(year, 1, 1, "new-years-day"), new(First(DayOfWeek.Thursday, year, 4, 19), "first-day-of-summer"),
            On(year, 5, 1, "may-day"), On(year, 6, 17, "national-day"), new(First(DayOfWeek.Monday, year, 8, 1), "commerce-day"),
            new(new DateOnly(year, 12, 24), "christmas-eve", ByCustom: true), On(year, 12, 25, "christmas-day"), On(year, 12, 26, "boxing-day"),
            new(new DateOnly(year, 12, 31), "new-years-eve", ByCustom: true),
        ];
    }

    /// <summary>From Maundy Thursday to Whit Monday, as Denmark, Norway and Iceland keep them.</summary>
    private static Holiday[] NorthernEaster(DateOnly easter) =>
    [
        new(easter.AddDays(-3), "maundy-thursday"), new(easter.AddDays(-2), "good-friday"), new(easter, "easter-day"),
        new(easter.AddDays(1), "easter-monday"), new(easter.AddDays(39), "ascension-day"), new(easter.AddDays(49), "whit-sunday"),
        new(easter.AddDays(50), "whit-monday"),
    ];
}
