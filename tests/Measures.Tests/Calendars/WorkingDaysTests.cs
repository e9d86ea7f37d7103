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
    public void The_public_holidays_of_Sweden_are_those_published(int year, string published) =>
        Assert.Equal(published, Join(new HolidayRules.Swedish().Of(year).Where(holiday => !holiday.ByCustom)));

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

    [Fact]
    public void Every_holiday_has_a_name_in_every_language() =>
        Assert.All(new HolidayRules.Swedish().Of(2025), holiday =>
            Assert.All([Tongue.Swedish, Tongue.English], tongue => Assert.NotEmpty(holiday.Label(tongue))));

    private static string Join(IEnumerable<Holiday> holidays) =>
        string.Join(' ', holidays.Select(holiday => holiday.Day.ToString("MM-dd", null)));
}
