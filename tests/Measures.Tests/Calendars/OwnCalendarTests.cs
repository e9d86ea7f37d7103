using CsCheck;
using Kelvin.Calendars;
using Kelvin.Calendars.Custom;
using Kelvin.Calendars.Ranges;
using Kelvin.Language;

namespace Measures.Tests.Calendars;

public sealed class OwnCalendarTests
{
    private static readonly string[] Tiling =
        ["fiscal.quarter", "third", "half", "fiscal.year", "retail.week", "retail.period", "retail.quarter", "retail.year", "shop.week", "shop.period", "shop.quarter", "shop.year", "sprint"];

    private static Calendar Stockholm => OwnCalendars.Stockholm;

    [Fact]
    public void Every_moment_lies_in_exactly_one_period_and_the_next_starts_where_it_ends() =>
        Gen.Select(AnyOf(Tiling), Zones.Any, Gen.Long[0, 365L * 40 * 24 * 60]).Sample((name, zone, minutes) =>
        {
            var (calendar, grain) = (OwnCalendars.In(zone), Grain.Named(name));
            var moment = new DateTimeOffset(1990, 2, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var period = calendar.PeriodOf(grain, moment);
            Assert.True(period.Contains(moment) && period.Grain == grain);
            Assert.Equal(period, calendar.PeriodOf(grain, period.Start));
            Assert.Equal(period, calendar.PeriodOf(grain, period.End.AddTicks(-1)));
            Assert.Equal(period.End, calendar.Next(period).Start);
            Assert.Equal(period, calendar.Move(calendar.Move(period, 7), -7));
        });

    [Fact]
    public void Periods_of_a_range_tile_it() =>
        Gen.Select(AnyOf(Tiling), Zones.Any, Gen.Int[0, 12_000], Gen.Int[1, 900]).Sample((name, zone, start, days) =>
        {
            var calendar = OwnCalendars.In(zone);
            var range = calendar.Range(new DateOnly(1990, 2, 1).AddDays(start), new DateOnly(1990, 2, 1).AddDays(start + days));
            var periods = calendar.Periods(Grain.Named(name), range).ToList();
            Assert.True(periods[0].Start <= range.Start && range.Start < periods[0].End);
            Assert.True(periods[^1].Start < range.End && range.End <= periods[^1].End);
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        });

    [Fact]
    public void A_year_back_and_forward_is_where_one_started() =>
        Gen.Select(AnyOf("fiscal.quarter", "half", "fiscal.year", "retail.period", "retail.quarter", "retail.year", "shop.quarter"), Gen.Int[0, 12_000]).Sample((name, day) =>
        {
            var period = Stockholm.PeriodOf(Grain.Named(name), new DateOnly(1990, 2, 1).AddDays(day));
            foreach (var by in new[] { new CalendarSpan(1, Grain.Year), new CalendarSpan(3, Grain.Named(name)) })
                Assert.Equal(period, Stockholm.Forward(Stockholm.Back(period, by), by));
        });

    /// <summary>Years of the National Retail Federation that ended on the Saturday nearest to 31 January; it counts 2012, 2017 and 2023 as 53 weeks.</summary>
    [Theory]
    [InlineData(2012, 53)]
    [InlineData(2016, 52)]
    [InlineData(2017, 53)]
    [InlineData(2022, 52)]
    [InlineData(2023, 53)]
    [InlineData(2024, 52)]
    public void Retail_years_have_as_many_weeks_as_published(int year, int weeks)
    {
        var calendar = Calendar.Gregorian(TimeZoneInfo.Utc).With(
            [new("nrf", LocalText.Same("NRF"), new CalendarRule.Weeks((4, 5, 4), new WeekYearEnd(DayOfWeek.Saturday, 1, IsNearest: true), 12, YearNaming.Start))]);
        var days = calendar.PeriodOf(Grain.Named("nrf.year"), new DateOnly(year, 6, 1));
        Assert.Equal(7 * weeks, (days.End - days.Start).Days);
        Assert.Equal($"{year}", PeriodText.Write(days, Tongue.English, calendar));
        Assert.Equal(weeks, calendar.Periods(Grain.Named("nrf.week"), days).Count());
    }

    [Fact]
    public void Retail_year_2024_starts_on_4_February() =>
        Assert.Equal(new DateOnly(2024, 2, 4), new WeekYearEnd(DayOfWeek.Saturday, 1, IsNearest: true).In(2024).AddDays(1));

    [Fact]
    public void Extra_week_may_go_to_the_first_period()
    {
        var period = Stockholm.PeriodOf(Grain.Named("shop.period"), new DateOnly(2026, 1, 20));
        Assert.Equal("P1 2026", PeriodText.Write(period, Tongue.English, Stockholm));
        Assert.Equal((new DateOnly(2025, 12, 29), new DateOnly(2026, 2, 8)), (period.FirstDay, period.LastDay));
    }

    [Theory]
    [InlineData("fiscal.quarter", "2025-05-01", "Q1 2025/26", "kv 1 2025/26")]
    [InlineData("fiscal.year", "2026-04-30", "2025/26", "2025/26")]
    [InlineData("third", "2025-12-31", "T2 2025/26", "T2 2025/26")]
    [InlineData("retail.period", "2025-03-30", "P3 2025", "P3 2025")]
    [InlineData("retail.week", "2026-01-31", "W53 2025", "v. 53 2025")]
    [InlineData("sprint", "1990-07-02", "Sprint 14", "Sprint 14")]
    [InlineData("term", "2025-06-12", "Spring 2025", "VT 2025")]
    public void Periods_are_named_in_both_languages_and_found_by_name(string grain, string day, string english, string swedish)
    {
        var period = Stockholm.PeriodOf(Grain.Named(grain), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(english, PeriodText.Write(period, Tongue.English, Stockholm));
        Assert.Equal(swedish, PeriodText.Write(period, Tongue.Swedish, Stockholm));
        foreach (var name in new[] { english, swedish })
            Assert.Equal(period, RangeText.Parse($"{CalendarOf(grain)} {name}", Stockholm).Value!.Pin(Stockholm, default, null));
    }

    [Theory]
    [InlineData("this sprint", "this sprint")]
    [InlineData("förra sprinten", "last sprint")]
    [InlineData("next term", "next term")]
    [InlineData("last 4 retail.quarters", "last 4 retail.quarters")]
    [InlineData("senaste 2 sprintarna", "last 2 sprints")]
    [InlineData("this retail.year to date", "this retail.year to date")]
    [InlineData("hittills i sprinten", "this sprint to date")]
    [InlineData("last 2 team.sprints", "last 2 sprints")]
    [InlineData("2025", "2025")]
    [InlineData("last 8 weeks", "last 8 weeks")]
    public void Ranges_are_asked_for_in_own_periods(string text, string canonical)
    {
        var range = RangeText.Parse(text, Stockholm).Value!;
        Assert.Equal(canonical, range.ToString());
        Assert.Equal(range, RangeText.Parse(canonical, Stockholm).Value);
    }

    [Fact]
    public void A_name_of_two_calendars_asks_which_is_meant() =>
        Assert.Equal("calendar.range-ambiguous", Assert.Single(RangeText.Parse("Q1 2025", Stockholm).Issues).Code);

    [Theory]
    [InlineData("this term", "2025-07-01", true)]
    [InlineData("this term", "2025-06-12", false)]
    [InlineData("last term", "2025-07-01", false)]
    [InlineData("last term", "2025-06-12", true)]
    [InlineData("next term", "2026-01-01", true)]
    [InlineData("last 3 terms", "2026-01-01", false)]
    [InlineData("last 3 terms", "2025-03-01", true)]
    public void Outside_of_a_table_there_is_no_period(string text, string now, bool isBeyond)
    {
        var moment = DateTimeOffset.Parse(now + "T12:00+01:00", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(isBeyond ? "calendar.no-period" : null, RangeText.Parse(text, Stockholm).Value!.Beyond(Stockholm, moment)?.Code);
    }

    [Fact]
    public void A_table_may_not_overlap_or_run_backwards()
    {
        NamedPeriod Named(string name, int first, int last) => new(LocalText.Same(name), new(2025, 1, first), new(2025, 1, last));
        Assert.Equal("calendar.table-overlap", Assert.Single(PeriodTable.Of([Named("b", 5, 9), Named("a", 1, 5)]).Issues).Code);
        Assert.Equal("calendar.table-backwards", Assert.Single(PeriodTable.Of([Named("a", 5, 1)]).Issues).Code);
        Assert.Equal("calendar.table-overlap", Assert.Single(PeriodTable.OfDays([(new(2025, 1, 1), "a"), (new(2025, 1, 2), "b"), (new(2025, 1, 3), "a")]).Issues).Code);
        Assert.Equal([Named("a", 1, 2), Named("b", 4, 4)], PeriodTable.OfDays([(new(2025, 1, 4), "b"), (new(2025, 1, 2), "a"), (new(2025, 1, 1), "a")]).Value!.Periods);
    }

    [Fact]
    public void Periods_read_from_a_dataset_take_the_place_of_none()
    {
        var table = PeriodTable.Of([new(LocalText.Same("Only"), new(2030, 1, 1), new(2030, 1, 31))]).Value!;
        var calendar = Stockholm.With("school", table);
        Assert.Equal("Only", PeriodText.Write(calendar.PeriodOf(Grain.Named("term"), new DateOnly(2030, 1, 5)), Tongue.English, calendar));
        Assert.Equal(Grain.Range, calendar.PeriodOf(Grain.Named("term"), new DateOnly(2025, 3, 1)).Grain);
        Assert.NotEqual(Stockholm, calendar);
    }

    private static Gen<string> AnyOf(params string[] names) => Gen.Int[0, names.Length - 1].Select(index => names[index]);

    private static string CalendarOf(string grain) => grain switch
    {
        "third" => "fiscal",
        "sprint" => "team",
        "term" => "school",
        _ => grain.Split('.')[0],
    };
}
