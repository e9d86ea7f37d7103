using CsCheck;
using Kelvin.Calendars;

namespace Measures.Tests.Calendars;

public sealed class PeriodShiftTests
{
    private static readonly Calendar Swedish = Zones.Swedish;

    private static readonly Gen<CalendarSpan> AnySpan = Gen.Select(
        Gen.Int[1, 14],
        Gen.OneOf([Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year])).Select((count, step) => new CalendarSpan(count, step));

    [Fact]
    public void A_month_moves_to_the_same_month() =>
        Assert.Equal(Swedish.Month(2024, 3), Swedish.Back(Swedish.Month(2025, 3), new(1, Grain.Year)));

    [Theory]
    [InlineData(2025, 10, 2024, 10)]
    [InlineData(2021, 52, 2020, 52)]
    [InlineData(2026, 53, 2025, 52)]
    [InlineData(2021, 1, 2020, 1)]
    public void A_week_keeps_its_number_by_the_year_and_53_becomes_the_last(int year, int week, int expectedYear, int expectedWeek) =>
        Assert.Equal(Swedish.Week(expectedYear, expectedWeek), Swedish.Back(Swedish.Week(year, week), new(1, Grain.Year)));

    [Fact]
    public void Week_53_stays_53_in_a_year_that_has_it() =>
        Assert.Equal(Swedish.Week(2020, 53), Swedish.Back(Swedish.Week(2026, 53), new(6, Grain.Year)));

    [Theory]
    [InlineData(2025, 14, 2025, 10)] // Thursday 3 April to 3 March
    [InlineData(2025, 13, 2025, 9)] // Thursday 27 March to 27 February
    [InlineData(2025, 22, 2025, 18)] // Thursday 29 May to 29 April, a Tuesday
    public void A_week_follows_its_Thursday_by_the_month(int year, int week, int expectedYear, int expectedWeek) =>
        Assert.Equal(Swedish.Week(expectedYear, expectedWeek), Swedish.Back(Swedish.Week(year, week), new(1, Grain.Month)));

    [Theory]
    [InlineData("2024-02-29", 1, "year", "2023-02-28")]
    [InlineData("2025-03-31", 1, "month", "2025-02-28")]
    [InlineData("2025-03-31", 1, "week", "2025-03-24")]
    [InlineData("2025-03-31", 28, "day", "2025-03-03")]
    [InlineData("2025-05-31", 1, "quarter", "2025-02-28")]
    public void A_day_moves_to_a_day_that_exists(string day, int count, string step, string expected) =>
        Assert.Equal(Swedish.DayPeriod(Day(expected)), Swedish.Back(Swedish.DayPeriod(Day(day)), new(count, Grain.Named(step))));

    [Theory]
    [InlineData("2025-01-01", "2025-03-31", 1, "year", "2024-01-01", "2024-03-31")]
    [InlineData("2024-02-01", "2024-02-29", 1, "year", "2023-02-01", "2023-02-28")]
    [InlineData("2025-02-01", "2025-02-28", 1, "month", "2025-01-01", "2025-01-31")]
    [InlineData("2025-03-01", "2025-03-30", 1, "month", "2025-02-01", "2025-02-28")]
    [InlineData("2025-03-01", "2025-03-17", 1, "month", "2025-02-01", "2025-02-17")]
    [InlineData("2025-02-28", "2025-02-28", 1, "year", "2024-02-28", "2024-02-28")]
    public void A_range_moves_its_first_and_last_day_and_whole_months_stay_whole(
        string first, string last, int count, string step, string expectedFirst, string expectedLast)
    {
        var moved = Swedish.Back(Range(first, last), new(count, Grain.Named(step)));
        Assert.Equal(Range(expectedFirst, expectedLast), moved);
    }

    [Fact]
    public void A_month_moved_by_days_is_a_range() =>
        Assert.Equal(Range("2025-02-01", "2025-03-03"), Swedish.Back(Swedish.Month(2025, 3), new(28, Grain.Day)));

    [Fact]
    public void A_quarter_moved_by_a_month_is_a_range_of_whole_months() =>
        Assert.Equal(Range("2024-12-01", "2025-02-28"), Swedish.Back(Swedish.Quarter(2025, 1), new(1, Grain.Month)));

    [Fact]
    public void An_hour_keeps_its_time_on_the_clock_over_a_change()
    {
        var hour = Swedish.PeriodOf(Grain.Hour, new DateTimeOffset(2025, 3, 31, 9, 0, 0, TimeSpan.FromHours(2)));
        var moved = Swedish.Back(hour, new(7, Grain.Day));
        Assert.Equal(new DateTimeOffset(2025, 3, 24, 9, 0, 0, TimeSpan.FromHours(1)), moved.Start);
    }

    [Fact]
    public void An_hour_that_does_not_exist_there_becomes_the_next_that_does()
    {
        var hour = Swedish.PeriodOf(Grain.Hour, new DateTimeOffset(2025, 3, 31, 2, 0, 0, TimeSpan.FromHours(2)));
        Assert.Equal(3, Swedish.Back(hour, new(1, Grain.Day)).Start.Hour);
    }

    [Fact]
    public void The_second_of_two_equal_hours_stays_the_second_where_there_are_two()
    {
        var second = new Period(Grain.Hour, new(2025, 10, 26, 2, 0, 0, TimeSpan.FromHours(1)), new(2025, 10, 26, 3, 0, 0, TimeSpan.FromHours(1)));
        var moved = Swedish.Back(second, new(364, Grain.Day));
        Assert.Equal(TimeSpan.FromHours(1), moved.Start.Offset);
        Assert.Equal(new DateTimeOffset(2024, 10, 27, 2, 0, 0, TimeSpan.FromHours(1)), moved.Start);
    }

    [Fact]
    public void Shifting_there_and_back_is_the_identity_where_nothing_was_clipped() =>
        Gen.Select(Zones.AnyCalendar, Zones.AnyGrain.Where(grain => !grain.IsWithinDay), Zones.AnyDay, AnySpan).Sample((calendar, grain, day, span) =>
        {
            var period = calendar.PeriodOf(grain, day);
            var isClipped = grain == Grain.Day ? day.Day > 28
                : grain == Grain.Week && span.Step != Grain.Day && span.Step != Grain.Week;
            if (isClipped || period.IsEmpty || TouchesSkippedDay(calendar, period, span))
                return;
            var there = calendar.Back(period, span);
            Assert.Equal((period.Start, period.End), Ends(calendar.Forward(there, span)));
        }, iter: 5000);

    [Fact]
    public void A_week_before_the_53rd_comes_back_from_any_year() =>
        Gen.Select(Gen.Int[1980, 2040], Gen.Int[1, 52], Gen.Int[1, 20]).Sample((year, week, years) =>
        {
            var span = new CalendarSpan(years, Grain.Year);
            Assert.Equal(Swedish.Week(year, week), Swedish.Forward(Swedish.Back(Swedish.Week(year, week), span), span));
        });

    [Fact]
    public void Shifting_keeps_the_order_and_two_periods_never_come_to_overlap_in_part() =>
        Gen.Select(Zones.AnyCalendar, Zones.AnyGrain, Zones.AnyMoment, AnySpan).Sample((calendar, grain, moment, span) =>
        {
            var period = calendar.PeriodOf(grain, moment);
            var next = calendar.Next(period);
            // The hours of 31 August come to lie on those of 30 September, after the 30th's own.
            if (grain.IsWithinDay && next.FirstDay.Day > 28 && span.Step != Grain.Day && span.Step != Grain.Week)
                return;
            var (one, other) = (calendar.Back(period, span), calendar.Back(next, span));
            Assert.True(one.Start <= other.Start && one.End <= other.End);
            Assert.True(Ends(one) == Ends(other) || one.End <= other.Start, $"{period} and {next} by {span}: {one}, {other}");
        }, iter: 5000);

    [Fact]
    public void Neighbouring_days_months_quarters_and_years_stay_neighbours() =>
        Gen.Select(Zones.AnyGrain.Where(grain => !grain.IsWithinDay && grain != Grain.Week), Zones.AnyDay, AnySpan).Sample((grain, day, span) =>
        {
            if (grain == Grain.Day && span.Step != Grain.Day && span.Step != Grain.Week)
                return;
            var period = Swedish.PeriodOf(grain, day);
            Assert.Equal(Swedish.Back(period, span).End, Swedish.Back(Swedish.Next(period), span).Start);
        });

    /// <summary>A day that a zone skipped has no moment to come back to.</summary>
    private static bool TouchesSkippedDay(Calendar calendar, Period period, CalendarSpan span) =>
        calendar.Zone.Id == "Pacific/Apia"
        && new[] { period, calendar.Back(period, span) }.Any(stretch =>
            stretch.FirstDay <= new DateOnly(2012, 1, 1) && stretch.LastDay >= new DateOnly(2011, 12, 28));

    private static (DateTimeOffset, DateTimeOffset) Ends(Period period) => (period.Start, period.End);

    private static Period Range(string first, string last) => Swedish.Range(Day(first), Day(last).AddDays(1));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
