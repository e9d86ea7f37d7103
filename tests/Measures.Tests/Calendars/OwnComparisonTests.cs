using System.Globalization;
using CsCheck;
using Kelvin.Calendars;
using Kelvin.Calendars.WorkDays;
using Calendar = Kelvin.Calendars.Calendar;

namespace Measures.Tests.Calendars;

public sealed class OwnComparisonTests
{
    private static Calendar Calendar => OwnCalendars.Stockholm;

    [Theory]
    [InlineData("retail.year", "2025-06-01", "2024-01-28", "2025-01-25")]
    [InlineData("retail.quarter", "2026-01-31", "2024-10-27", "2025-01-25")] // 14 weeks against 13
    [InlineData("retail.week", "2026-01-24", "2025-01-19", "2025-01-25")] // week 52 against week 52
    [InlineData("retail.week", "2026-01-31", "2025-01-19", "2025-01-25")] // week 53 against the last
    [InlineData("fiscal.quarter", "2025-05-01", "2024-05-01", "2024-07-31")]
    [InlineData("sprint", "2025-01-01", "2023-12-30", "2024-01-12")] // a calendar without years: the same dates
    public void A_period_is_compared_with_that_of_its_calendars_year_before(string grain, string day, string first, string last)
    {
        var compared = new Comparison.SamePeriodLastYear().Of(Calendar.PeriodOf(Grain.Named(grain), Day(day)), Calendar);
        Assert.Equal((Day(first), Day(last)), (compared.FirstDay, compared.LastDay));
    }

    [Theory]
    [InlineData("retail.quarter", "2026-02-01", "2025-10-26", "2026-01-31")]
    [InlineData("term", "2025-09-01", "2025-01-08", "2025-06-12")] // over the gap
    public void A_period_is_compared_with_the_one_before(string grain, string day, string first, string last)
    {
        var compared = new Comparison.PreviousPeriod().Of(Calendar.PeriodOf(Grain.Named(grain), Day(day)), Calendar);
        Assert.Equal((Day(first), Day(last)), (compared.FirstDay, compared.LastDay));
    }

    [Fact]
    public void The_first_of_a_table_has_none_before() =>
        Assert.True(new Comparison.PreviousPeriod().Of(Calendar.PeriodOf(Grain.Named("term"), Day("2025-02-01")), Calendar).IsEmpty);

    [Fact]
    public void The_53rd_week_of_a_year_has_no_counterpart()
    {
        var year = Calendar.PeriodOf(Grain.Named("retail.year"), Day("2025-06-01"));
        var weeks = Calendar.Periods(Grain.Named("retail.week"), year).ToList();
        Assert.Equal(53, weeks.Count);
        Assert.Equal(52, weeks.Count(week => new Comparison.SamePeriodLastYear().Counterpart(week, year, Calendar) is not null));
        Assert.Null(new Comparison.SamePeriodLastYear().Counterpart(weeks[^1], year, Calendar));
    }

    [Theory]
    [InlineData("2025-03-05", "2024-03-05")] // the third
    [InlineData("2025-06-09", "2024-06-10")] // the fifth, with the National Day on a Friday and on a Thursday
    [InlineData("2025-06-08", null)] // a Sunday
    [InlineData("2025-01-31", "2024-01-30")] // the 21st
    [InlineData("2024-01-31", null)] // the 22nd; the January before had 21
    public void A_working_day_is_compared_with_that_of_its_number(string day, string? other)
    {
        var compared = new Comparison.SameWorkingDayLastYear().Counterpart(Calendar.DayPeriod(Day(day)), Calendar.Month(Day(day).Year, Day(day).Month), Calendar);
        Assert.Equal(other is null ? null : Day(other), compared?.FirstDay);
    }

    [Fact]
    public void Working_days_of_a_month_have_different_counterparts_of_the_same_number() =>
        Gen.Select(Gen.Int[1990, 2060], Gen.Int[1, 12]).Sample((year, month) =>
        {
            var asked = Calendar.Month(year, month);
            var pairs = Calendar.Periods(Grain.Day, asked)
                .Select(day => (day, other: new Comparison.SameWorkingDayLastYear().Counterpart(day, asked, Calendar)))
                .Where(pair => pair.other is not null).ToList();
            Assert.All(pairs, pair => Assert.Equal(Number(pair.day.FirstDay), Number(pair.other!.FirstDay)));
            Assert.Equal(pairs.Count, pairs.Select(pair => pair.other).Distinct().Count());
            Assert.Equal(Calendar.Month(year - 1, month), new Comparison.SameWorkingDayLastYear().Of(asked, Calendar));
        }, iter: 200);

    [Fact]
    public void A_month_to_date_is_cut_after_as_many_working_days()
    {
        // Monday 9 June 2025 at noon is in the fifth working day; the fifth of June 2024 is Monday the 10th.
        var now = Calendar.DayPeriod(Day("2025-06-09")).Start.AddHours(12);
        Assert.Equal(Calendar.DayPeriod(Day("2024-06-10")).Start.AddHours(12), new Comparison.SameWorkingDayLastYear().ToDate(Calendar.Month(2025, 6), Calendar, now).End);
        // On the Saturday after four of them, four are over.
        var saturday = Calendar.DayPeriod(Day("2025-06-07")).Start.AddHours(12);
        Assert.Equal(Calendar.DayPeriod(Day("2024-06-08")).Start, new Comparison.SameWorkingDayLastYear().ToDate(Calendar.Month(2025, 6), Calendar, saturday).End);
    }

    [Fact]
    public void A_weekday_is_compared_with_the_same_weekday() =>
        Zones.AnyDay.Sample(day => Assert.Equal(
            day.DayOfWeek, new Comparison.SameWeekdayLastYear().Of(Calendar.DayPeriod(day), Calendar).FirstDay.DayOfWeek));

    private static int Number(DateOnly day) => WorkingDays.Swedish.Count(new DateOnly(day.Year, day.Month, 1).AddDays(-1), day);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
