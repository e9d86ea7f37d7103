namespace Kelvin.Calendars.WorkDays;

/// <content>Germany and England.</content>
public abstract partial record HolidayRules
{
    /// <summary>Germany since 1990: the days that are free in every state. Those of single states are written as closed days.</summary>
    public sealed record German : HolidayRules
    {
        private protected override IEnumerable<Holiday> All(int year, DateOnly easter) =>
        [
            On(year, 1, 1, "new-years-day"), new(easter.AddDays(-2), "good-friday"), new(easter.AddDays(1), "easter-monday"),
            On(year, 5, 1, "labour-day"), new(easter.AddDays(39), "ascension-day"), new(easter.AddDays(50), "whit-monday"),
            On(year, 10, 3, "german-unity-day"), .. year == 2017 ? [On(year, 10, 31, "reformation-day")] : (Holiday[])[],
            On(year, 12, 25, "christmas-day"), On(year, 12, 26, "boxing-day"),
        ];
    }

    /// <summary>
    /// England and Wales since 2010: the bank holidays, with the weekday in place of one that falls on a weekend, the days that
    /// were moved and those proclaimed once. Source: the list of the government, gov.uk/bank-holidays.
    /// </summary>
    public sealed record English : HolidayRules
    {
        private static readonly DateOnly[] Once =
            [new(2011, 4, 29), new(2012, 6, 5), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8)];

        private protected override IEnumerable<Holiday> All(int year, DateOnly easter)
        {
            var newYear = new DateOnly(year, 1, 1);
            var christmas = new DateOnly(year, 12, 25);
            return
            [
                new(newYear, "new-years-day"), .. InPlaceOf(newYear, newYear.DayOfWeek == DayOfWeek.Saturday ? 2 : 1),
                new(easter.AddDays(-2), "good-friday"), new(easter.AddDays(1), "easter-monday"),
                new(year == 2020 ? new DateOnly(2020, 5, 8) : First(DayOfWeek.Monday, year, 5, 1), "early-may-bank-holiday"),
                new(Spring(year), "spring-bank-holiday"), new(First(DayOfWeek.Monday, year, 8, 25), "summer-bank-holiday"),
                new(christmas, "christmas-day"), .. InPlaceOf(christmas, 2), new(christmas.AddDays(1), "boxing-day"), .. InPlaceOf(christmas.AddDays(1), 2),
                .. Once.Where(day => day.Year == year).Select(day => new Holiday(day, "bank-holiday")),
            ];
        }

        private static DateOnly Spring(int year) => year switch
        {
            2012 => new DateOnly(2012, 6, 4),
            2022 => new DateOnly(2022, 6, 2),
            _ => First(DayOfWeek.Monday, year, 5, 25),
        };

        private static Holiday[] InPlaceOf(DateOnly day, int later) =>
            day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? [new(day.AddDays(later), "bank-holiday")] : [];
    }
}
