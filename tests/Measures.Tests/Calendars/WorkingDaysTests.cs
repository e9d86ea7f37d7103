using CsCheck;
using Kelvin.Calendars.WorkDays;
using Kelvin.Language;

namespace Measures.Tests.Calendars;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2024, "01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-06 06-22 11-02 12-25 12-26")]
    [InlineData(2025, "01-01 01-06 04-18 04-20 04-21 05-01 05-29 06-06 06-08 06-21 11-01 12-25 12-26")]
    [InlineData(2026, "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-20 10-31 12-25 12-26")]
    [InlineData(2027, "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-26 11-06 12-25 12-26")]
    [InlineData(2004, "01-01 01-06 04-09 04-11 04-12 05-01 05-20 05-30 05-31 06-26 11-06 12-25 12-26")] // Whit Monday, no National Day
    public void The_public_holidays_of_Sweden_are_those_published(int year, string published) =>
        Assert.Equal(published, Join(new HolidayRules.Swedish().Of(year).Where(holiday => !holiday.ByCustom)));

    /// <summary>As each country publishes them, weekends and customs left out.</summary>
    [Theory]
    [InlineData("norway", 2025, "01-01 04-17 04-18 04-21 05-01 05-29 06-09 12-25 12-26")]
    [InlineData("denmark", 2023, "04-06 04-07 04-10 05-05 05-18 05-29 12-25 12-26")]
    [InlineData("denmark", 2024, "01-01 03-28 03-29 04-01 05-09 05-20 12-25 12-26")]
    [InlineData("finland", 2024, "01-01 03-29 04-01 05-01 05-09 12-06 12-25 12-26")]
    [InlineData("iceland", 2025, "01-01 04-17 04-18 04-21 04-24 05-01 05-29 06-09 06-17 08-04 12-25 12-26")]
    [InlineData("germany", 2025, "01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26")]
    [InlineData("england", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData("england", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData("england", 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData("gb", 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData("none", 2025, "")]
    public void The_public_holidays_of_other_countries_are_those_published(string country, int year, string published) =>
        Assert.Equal(published, Join(HolidayRules.Find(country)!.Of(year).Where(holiday => !holiday.ByCustom && holiday.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))));

    [Fact]
    public void Every_holiday_has_a_name_in_every_language() =>
        Assert.All(
            from country in HolidayRules.Known
            from year in Enumerable.Range(2000, 30)
            from holiday in HolidayRules.Find(country)!.Of(year)
            select holiday,
            holiday => Assert.All([Tongue.English, Tongue.Swedish], tongue => Assert.NotEmpty(holiday.Label(tongue))));

    [Fact]
    public void Closed_days_are_free_and_open_ones_worked_whatever_the_week_says()
    {
        var days = new WorkingDays(WorkingDays.Swedish.Week, new HolidayRules.Swedish(), eves: false, closed: [new(2025, 6, 5)], open: [new(2025, 6, 14), new(2025, 6, 6)]);
        Assert.False(days.IsWorkingDay(new(2025, 6, 5)));
        Assert.True(days.IsWorkingDay(new(2025, 6, 6)));
        Assert.True(days.IsWorkingDay(new(2025, 6, 14)));
        Assert.True(days.IsWorkingDay(new(2025, 12, 24)));
        Assert.Equal(days.Between(new(2025, 1, 1), new(2026, 1, 1)).Count(), days.Count(new(2024, 12, 31), new(2025, 12, 31)));
    }

    [Theory]
    [InlineData(2024, "06-21 12-24 12-31")]
    [InlineData(2025, "06-20 12-24 12-31")]
    [InlineData(2026, "06-19 12-24 12-31")]
    public void The_great_eves_are_free_by_custom(int year, string eves) =>
        Assert.Equal(eves, Join(new HolidayRules.Swedish().Of(year).Where(holiday => holiday.ByCustom)));

    [Theory]
    [InlineData(1961, "04-02")]
    [InlineData(2000, "04-23")]
    [InlineData(2008, "03-23")]
    [InlineData(2011, "04-24")]
    [InlineData(2019, "04-21")]
    [InlineData(2038, "04-25")]
    public void Easter_falls_where_the_church_says(int year, string sunday) =>
        Assert.Equal(sunday, Join(new HolidayRules.Swedish().Of(year).Where(holiday => holiday.Name == "easter-day")));

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 249)]
    public void A_Swedish_year_has_so_many_working_days(int year, int days)
    {
        Assert.Equal(days, WorkingDays.Swedish.Count(new(year - 1, 12, 31), new(year, 12, 31)));
        Assert.Equal(days, WorkingDays.Swedish.Between(new(year, 1, 1), new(year + 1, 1, 1)).Count());
    }

    [Theory]
    [InlineData("2025-03-14", "2025-03-17", 1)]
    [InlineData("2025-03-14", "2025-03-16", 0)]
    [InlineData("2025-03-14", "2025-03-14", 0)]
    [InlineData("2025-03-17", "2025-03-14", -1)]
    [InlineData("2025-06-05", "2025-06-09", 1)] // over the National Day and Whitsun
    [InlineData("2025-12-23", "2025-12-29", 1)] // over Christmas
    public void Counting_leaves_out_the_first_day_and_takes_in_the_last(string after, string through, int days) =>
        Assert.Equal(days, WorkingDays.Swedish.Count(DateOnly.ParseExact(after, "yyyy-MM-dd"), DateOnly.ParseExact(through, "yyyy-MM-dd")));

    [Fact]
    public void Counting_is_the_sum_of_the_days_between_and_turns_its_sign() =>
        Gen.Select(Zones.AnyDay, Gen.Int[0, 900], Gen.Int[0, 900]).Sample((after, first, second) =>
        {
            var (middle, through) = (after.AddDays(first), after.AddDays(first + second));
            var whole = WorkingDays.Swedish.Count(after, through);
            Assert.Equal(WorkingDays.Swedish.Between(after.AddDays(1), through.AddDays(1)).Count(), whole);
            Assert.Equal(whole, WorkingDays.Swedish.Count(after, middle) + WorkingDays.Swedish.Count(middle, through));
            Assert.Equal(-whole, WorkingDays.Swedish.Count(through, after));
        }, iter: 300);

    [Fact]
    public void Another_week_has_other_working_days()
    {
        var dubai = new WorkingDays([DayOfWeek.Sunday, DayOfWeek.Monday], new HolidayRules.None());
        Assert.True(dubai.IsWorkingDay(new(2025, 3, 16)));
        Assert.False(dubai.IsWorkingDay(new(2025, 3, 18)));
    }

    private static string Join(IEnumerable<Holiday> holidays) =>
        string.Join(' ', holidays.Select(holiday => holiday.Day.ToString("MM-dd", null)));
}
