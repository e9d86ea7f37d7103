using CsCheck;
using Kelvin.Calendars;

namespace Measures.Tests.Calendars;

public sealed class CalendarTests
{
    private static readonly Calendar Swedish = Zones.Swedish;

    [Fact]
    public void Periods_of_a_grain_cover_all_time_without_gap_or_overlap() =>
        Gen.Select(Zones.AnyCalendar, Zones.AnyGrain, Zones.AnyMoment).Sample((calendar, grain, moment) =>
        {
            var period = calendar.PeriodOf(grain, moment);
            Assert.True(period.Contains(moment));
            Assert.Equal(period, calendar.PeriodOf(grain, period.Start));
            Assert.Equal(period, calendar.PeriodOf(grain, period.End.AddTicks(-1)));
            var next = calendar.Next(period);
            Assert.Equal(period.End, next.Start);
            Assert.Equal(period, calendar.Move(next, -1));
            Assert.Equal(calendar.Zone.GetUtcOffset(period.Start), period.Start.Offset);
            Assert.Equal(calendar.Zone.GetUtcOffset(period.End), period.End.Offset);
        }, iter: 3000);

    [Fact]
    public void Finer_periods_fill_coarser_ones() =>
        Gen.Select(Zones.AnyCalendar, Zones.AnyMoment).Sample((calendar, moment) =>
        {
            foreach (var (fine, coarse) in new[]
            {
                (Grain.Minute, Grain.Hour), (Grain.Hour, Grain.Day), (Grain.Day, Grain.Week), (Grain.Day, Grain.Month),
                (Grain.Month, Grain.Quarter), (Grain.Quarter, Grain.Year),
            })
            {
                var whole = calendar.PeriodOf(coarse, moment);
                var parts = calendar.Periods(fine, whole).ToList();
                // Where a clock is put back just after midnight the day begins inside an hour, which is cut at neither end.
                if (fine != Grain.Hour)
                    Assert.Equal((whole.Start, whole.End), (parts[0].Start, parts[^1].End));
                Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
                Assert.True(parts[0].Overlaps(whole) && parts[^1].Overlaps(whole));
            }
        }, iter: 150);

    [Theory]
    [InlineData("2025-03-30", 23)]
    [InlineData("2025-10-26", 25)]
    [InlineData("2025-06-01", 24)]
    public void A_day_is_23_or_25_hours_long_when_the_clock_changes(string day, int hours)
    {
        var period = Swedish.DayPeriod(Day(day));
        Assert.Equal(hours, (period.End - period.Start).TotalHours);
        Assert.Equal(hours, Swedish.Periods(Grain.Hour, period).Count());
    }

    [Fact]
    public void The_hour_that_comes_twice_is_two_periods()
    {
        var hours = Swedish.Periods(Grain.Hour, Swedish.DayPeriod(Day("2025-10-26"))).Where(hour => hour.Start.Hour == 2).ToList();
        Assert.Equal([2, 1], hours.Select(hour => hour.Start.Offset.Hours));
        Assert.Equal(hours[0].End, hours[1].Start);
    }

    [Fact]
    public void A_half_hour_shift_makes_a_half_hour()
    {
        var lordHowe = Calendar.Gregorian(TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe"));
        var lengths = lordHowe.Periods(Grain.Hour, lordHowe.DayPeriod(Day("2025-04-06"))).Select(hour => (hour.End - hour.Start).TotalMinutes);
        Assert.Equal([30], lengths.Where(minutes => minutes != 60));
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00", 23)]
    [InlineData("Asia/Beirut", "2025-03-30", "2025-03-30T01:00:00+03:00", 23)]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T00:00:00-04:00", 25)]
    public void A_day_without_midnight_or_with_two_starts_at_its_first_moment(string zone, string day, string start, int hours)
    {
        var period = Calendar.Gregorian(TimeZoneInfo.FindSystemTimeZoneById(zone)).DayPeriod(Day(day));
        Assert.Equal(DateTimeOffset.Parse(start, null), period.Start);
        Assert.Equal(hours, (period.End - period.Start).TotalHours);
    }

    [Fact]
    public void An_evening_that_comes_again_after_midnight_belongs_to_the_new_day()
    {
        // In St John's the clock went from 00:01 on 1 November 2009 back to 23:01 on 31 October.
        var newfoundland = Calendar.Gregorian(TimeZoneInfo.FindSystemTimeZoneById("America/St_Johns"));
        var again = new DateTimeOffset(2009, 10, 31, 23, 30, 0, TimeSpan.FromMinutes(-210));
        Assert.Equal(Day("2009-11-01"), newfoundland.DayOf(again));
        Assert.Equal(newfoundland.DayPeriod(Day("2009-11-01")), newfoundland.PeriodOf(Grain.Day, again));
    }

    [Fact]
    public void A_day_that_a_zone_skipped_is_empty_and_stepped_over()
    {
        var apia = Calendar.Gregorian(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia"));
        Assert.True(apia.DayPeriod(Day("2011-12-30")).IsEmpty);
        Assert.Equal(Day("2011-12-31"), apia.Next(apia.DayPeriod(Day("2011-12-29"))).FirstDay);
    }

    [Theory]
    [InlineData("2024-12-30", 2025, 1)]
    [InlineData("2026-12-31", 2026, 53)]
    [InlineData("2027-01-03", 2026, 53)]
    [InlineData("2021-01-01", 2020, 53)]
    public void Weeks_are_those_of_ISO_8601_across_years(string day, int year, int week)
    {
        var period = Swedish.PeriodOf(Grain.Week, Day(day));
        Assert.Equal(Swedish.Week(year, week), period);
        Assert.Equal((DayOfWeek.Monday, DayOfWeek.Sunday), (period.FirstDay.DayOfWeek, period.LastDay.DayOfWeek));
    }

    [Fact]
    public void A_fiscal_year_is_named_by_the_year_in_which_it_ends()
    {
        var fiscal = Calendar.Gregorian(Zones.Stockholm, 5);
        Assert.Equal((Day("2024-05-01"), Day("2025-04-30")), Days(fiscal.Year(2025)));
        Assert.Equal((Day("2024-05-01"), Day("2024-07-31")), Days(fiscal.Quarter(2025, 1)));
        Assert.Equal((Day("2025-02-01"), Day("2025-04-30")), Days(fiscal.PeriodOf(Grain.Quarter, Day("2025-03-14"))));
        Assert.Equal((2025, 4), (fiscal.YearOf(Day("2025-04-30")), fiscal.QuarterOf(Day("2025-04-30"))));
        Assert.Equal((2026, 1), (fiscal.YearOf(Day("2025-05-01")), fiscal.QuarterOf(Day("2025-05-01"))));
        Assert.Equal(Swedish.Month(2025, 3), fiscal.Month(2025, 3));
    }

    [Fact]
    public void A_named_year_or_quarter_is_the_one_that_its_days_name() =>
        Gen.Select(Zones.AnyCalendar, Zones.AnyDay).Sample((calendar, day) =>
        {
            var (year, quarter) = (calendar.YearOf(day), calendar.QuarterOf(day));
            Assert.Equal(calendar.PeriodOf(Grain.Year, day), calendar.Year(year));
            Assert.Equal(calendar.PeriodOf(Grain.Quarter, day), calendar.Quarter(year, quarter));
        });

    [Fact]
    public void Periods_are_whole_even_where_the_range_is_not()
    {
        var weeks = Swedish.Periods(Grain.Week, Swedish.Month(2025, 3)).ToList();
        Assert.Equal(Swedish.Week(2025, 9), weeks[0]);
        Assert.Equal(Swedish.Week(2025, 14), weeks[^1]);
        Assert.Equal(6, weeks.Count);
        Assert.Empty(Swedish.Periods(Grain.Day, Swedish.Range(Day("2025-03-01"), Day("2025-03-01"))));
    }

    [Fact]
    public void Periods_are_those_that_stepping_gives() =>
        Gen.Select(Zones.AnyCalendar, Zones.AnyGrain.Where(grain => !grain.IsWithinDay), Zones.AnyMoment, Gen.Int[1, 200]).Sample((calendar, grain, moment, days) =>
        {
            var range = new Period(Grain.Range, moment, moment.AddDays(days));
            var stepped = new List<Period>();
            for (var period = calendar.PeriodOf(grain, moment); period.Start < range.End; period = calendar.Next(period))
                stepped.Add(period);
            Assert.Equal(stepped, calendar.Periods(grain, range));
        }, iter: 300);

    [Fact]
    public void Calendars_that_cut_alike_are_equal()
    {
        Assert.Equal(Calendar.Gregorian(Zones.Stockholm, 5), Calendar.Gregorian(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"), 5));
        Assert.NotEqual(Calendar.Gregorian(Zones.Stockholm, 5), Swedish);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static (DateOnly, DateOnly) Days(Period period) => (period.FirstDay, period.LastDay);
}
