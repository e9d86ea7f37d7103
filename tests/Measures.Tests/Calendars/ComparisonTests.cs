using CsCheck;
using Kelvin.Calendars;
using Kelvin.Language;

namespace Measures.Tests.Calendars;

public sealed class ComparisonTests
{
    private static readonly Calendar Swedish = Zones.Swedish;
    private static readonly Comparison Previous = new Comparison.PreviousPeriod();
    private static readonly Comparison LastYear = new Comparison.SamePeriodLastYear();
    private static readonly Comparison SameWeekday = new Comparison.SameWeekdayLastYear();

    [Fact]
    public void The_previous_period_of_a_calendar_period_ends_where_it_starts() =>
        Gen.Select(Zones.AnyCalendar, Zones.AnyGrain, Zones.AnyMoment).Sample((calendar, grain, moment) =>
        {
            var asked = calendar.PeriodOf(grain, moment);
            var compared = Previous.Of(asked, calendar);
            Assert.Equal(asked.Start, compared.End);
            Assert.True(compared.IsEmpty || compared == calendar.Move(asked, -1) || calendar.Zone.Id == "Pacific/Apia");
        }, iter: 2000);

    [Theory]
    [InlineData("2025-03-01", "2025-03-17", "2025-02-01", "2025-02-17")] // month to date
    [InlineData("2025-01-01", "2025-03-17", "2024-10-01", "2024-12-17")] // quarter to date
    [InlineData("2025-01-01", "2025-05-17", "2024-01-01", "2024-05-17")] // year to date
    [InlineData("2025-03-10", "2025-03-12", "2025-03-03", "2025-03-05")] // week to date
    [InlineData("2025-01-01", "2025-02-28", "2024-11-01", "2024-12-31")] // two whole months
    [InlineData("2025-03-04", "2025-03-20", "2025-02-15", "2025-03-03")] // 17 days
    [InlineData("2025-01-06", "2025-03-02", "2024-11-11", "2025-01-05")] // 8 weeks
    public void The_previous_period_of_a_range_is_what_people_mean_by_it(string first, string last, string expectedFirst, string expectedLast) =>
        Assert.Equal(Range(expectedFirst, expectedLast), Previous.Of(Range(first, last), Swedish));

    [Fact]
    public void The_previous_period_of_a_stretch_of_hours_is_as_many_hours_before()
    {
        var asked = new Period(Grain.Range, new(2025, 3, 17, 14, 0, 0, TimeSpan.FromHours(1)), new(2025, 3, 18, 14, 0, 0, TimeSpan.FromHours(1)));
        var compared = Previous.Of(asked, Swedish);
        Assert.Equal((asked.Start.AddHours(-24), asked.Start), Ends(compared));
        var hours = Swedish.Periods(Grain.Hour, asked).Select(hour => Previous.Counterpart(hour, asked, Swedish));
        Assert.Equal(Swedish.Periods(Grain.Hour, compared), hours.OfType<Period>());
    }

    [Fact]
    public void The_minutes_of_an_hour_are_set_against_those_of_the_hour_before()
    {
        var asked = Swedish.PeriodOf(Grain.Hour, new DateTimeOffset(2025, 3, 17, 14, 0, 0, TimeSpan.Zero));
        var minutes = Swedish.Periods(Grain.Minute, asked).Select(minute => Previous.Counterpart(minute, asked, Swedish));
        Assert.Equal(Swedish.Periods(Grain.Minute, Swedish.Move(asked, -1)), minutes.OfType<Period>());
    }

    [Fact]
    public void A_month_cut_in_the_middle_of_a_day_is_still_that_month_to_date()
    {
        var asked = new Period(Grain.Range, Swedish.Month(2025, 3).Start, new(2025, 3, 17, 14, 0, 0, TimeSpan.FromHours(1)));
        Assert.Equal((Swedish.Month(2025, 2).Start, new DateTimeOffset(2025, 2, 17, 14, 0, 0, TimeSpan.FromHours(1))), Ends(Previous.Of(asked, Swedish)));
    }

    [Fact]
    public void Last_year_of_a_leap_day_is_the_day_before_March() =>
        Assert.Equal(Swedish.DayPeriod(new(2023, 2, 28)), LastYear.Of(Swedish.DayPeriod(new(2024, 2, 29)), Swedish));

    [Fact]
    public void Last_year_of_whole_weeks_goes_by_week_number() =>
        Assert.Equal(Range("2024-01-08", "2024-03-03"), LastYear.Of(Range("2025-01-06", "2025-03-02"), Swedish));

    [Fact]
    public void The_same_weekday_last_year_is_the_same_weekday() =>
        Zones.AnyDay.Sample(day =>
        {
            var compared = SameWeekday.Of(Swedish.DayPeriod(day), Swedish).FirstDay;
            Assert.Equal(day.DayOfWeek, compared.DayOfWeek);
            Assert.Equal(364, day.DayNumber - compared.DayNumber);
        });

    [Theory]
    [InlineData("2025-03-17T14:00:00+01:00", "2025-02-17T14:00:00+01:00")]
    [InlineData("2025-03-18T00:00:00+01:00", "2025-02-18T00:00:00+01:00")]
    [InlineData("2025-03-30T14:00:00+02:00", "2025-03-01T00:00:00+01:00")]
    [InlineData("2025-04-02T00:00:00+02:00", "2025-03-01T00:00:00+01:00")]
    public void An_unfinished_month_is_set_against_the_same_days(string reached, string end) =>
        Assert.Equal(
            (Swedish.Month(2025, 2).Start, DateTimeOffset.Parse(end, null)),
            Ends(Previous.ToDate(Swedish.Month(2025, 3), Swedish, DateTimeOffset.Parse(reached, null))));

    [Theory]
    [InlineData("2024-02-29T12:00:00+01:00", "2023-03-01T00:00:00+01:00")]
    [InlineData("2024-07-01T12:00:00+02:00", "2023-07-01T12:00:00+02:00")]
    public void An_unfinished_year_is_set_against_the_same_dates(string reached, string end) =>
        Assert.Equal(
            (Swedish.Year(2023).Start, DateTimeOffset.Parse(end, null)),
            Ends(LastYear.ToDate(Swedish.Year(2024), Swedish, DateTimeOffset.Parse(reached, null))));

    [Fact]
    public void An_unfinished_week_is_set_against_the_same_weekdays() =>
        Assert.Equal(
            new DateTimeOffset(2024, 3, 6, 9, 30, 0, TimeSpan.FromHours(1)),
            LastYear.ToDate(Swedish.Week(2025, 10), Swedish, new DateTimeOffset(2025, 3, 5, 9, 30, 0, TimeSpan.FromHours(1))).End);

    [Fact]
    public void A_period_that_has_not_begun_is_set_against_nothing() =>
        Assert.True(Previous.ToDate(Swedish.Month(2025, 3), Swedish, new DateTimeOffset(2025, 2, 1, 0, 0, 0, TimeSpan.Zero)).IsEmpty);

    [Fact]
    public void To_date_never_reaches_beyond_the_whole_period_and_grows_with_time() =>
        Gen.Select(Zones.AnyCalendar, Zones.AnyGrain, Zones.AnyMoment, Gen.OneOf([.. Comparison.All]), Gen.Int[0, 1000], Gen.Int[0, 1000])
            .Sample((calendar, grain, moment, comparison, a, b) =>
            {
                var asked = calendar.PeriodOf(grain, moment);
                var whole = comparison.Of(asked, calendar);
                var (early, late) = (At(asked, Math.Min(a, b)), At(asked, Math.Max(a, b)));
                var (short_, long_) = (comparison.ToDate(asked, calendar, early), comparison.ToDate(asked, calendar, late));
                Assert.Equal(whole.Start, short_.Start);
                // While the clock shows an hour again, the match goes through that hour again.
                Assert.True(short_.End <= long_.End.AddHours(1) && short_.End <= whole.End && long_.End <= whole.End);
                Assert.Equal(whole, comparison.ToDate(asked, calendar, asked.End));
            }, iter: 3000);

    [Fact]
    public void The_counterparts_of_a_months_days_are_the_other_months_days()
    {
        var asked = Swedish.Month(2025, 3);
        var counterparts = Swedish.Periods(Grain.Day, asked).Select(day => Previous.Counterpart(day, asked, Swedish)).ToList();
        Assert.Equal(Swedish.Periods(Grain.Day, Swedish.Month(2025, 2)), counterparts.OfType<Period>());
        Assert.Equal([28, 29, 30], counterparts.Index().Where(pair => pair.Item is null).Select(pair => pair.Index));
    }

    [Fact]
    public void The_counterparts_of_a_years_weeks_have_the_same_numbers()
    {
        var asked = Swedish.Year(2025);
        Assert.Equal(Swedish.Week(2024, 10), LastYear.Counterpart(Swedish.Week(2025, 10), asked, Swedish));
        Assert.Equal(Swedish.Month(2024, 2), LastYear.Counterpart(Swedish.Month(2025, 2), asked, Swedish));
    }

    [Theory]
    [InlineData("previous period", "previous period")]
    [InlineData(" Last  Year ", "last year")]
    [InlineData("last year same weekday", "last year same weekday")]
    [InlineData("föregående period", "previous period")]
    [InlineData("i fjol", "last year")]
    [InlineData("Förra året", "last year")]
    [InlineData("i fjol samma veckodag", "last year same weekday")]
    public void A_comparison_is_known_by_its_words_in_every_language(string text, string expected) =>
        Assert.Equal(expected, Comparison.Parse(text).Value?.ToString());

    [Fact]
    public void An_unknown_comparison_is_an_issue_with_the_nearest_words()
    {
        var issue = Assert.Single(Comparison.Parse("lst year").Issues);
        Assert.Equal("calendar.comparison-unknown", issue.Code);
        Assert.Equal("‘lst year’ is not a comparison.", issue.Message(Tongue.English));
        Assert.StartsWith("Menade du ”last year”?", issue.Hint(Tongue.Swedish));
    }

    private static DateTimeOffset At(Period period, int thousandths) =>
        period.Start.AddTicks((period.End - period.Start).Ticks / 1000 * thousandths);

    private static (DateTimeOffset, DateTimeOffset) Ends(Period period) => (period.Start, period.End);

    private static Period Range(string first, string last) =>
        Swedish.Range(DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd").AddDays(1));
}
