using CsCheck;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Language;

namespace Measures.Tests.Calendars;

public sealed class RangeTextTests
{
    /// <summary>A Tuesday, in ISO week 12.</summary>
    private static readonly DateTimeOffset Now = new(2025, 3, 18, 14, 30, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("2025", "year", "2025-01-01", "2025-12-31", "2025")]
    [InlineData("2025-03", "month", "2025-03-01", "2025-03-31", "2025-03")]
    [InlineData("2025-3", "month", "2025-03-01", "2025-03-31", "2025-03")]
    [InlineData("2025-Q2", "quarter", "2025-04-01", "2025-06-30", "2025-Q2")]
    [InlineData("2025-kv2", "quarter", "2025-04-01", "2025-06-30", "2025-Q2")]
    [InlineData("2025-W10", "week", "2025-03-03", "2025-03-09", "2025-W10")]
    [InlineData("2025-v1", "week", "2024-12-30", "2025-01-05", "2025-W01")]
    [InlineData("2026-W53", "week", "2026-12-28", "2027-01-03", "2026-W53")]
    [InlineData("2025-03-14", "day", "2025-03-14", "2025-03-14", "2025-03-14")]
    [InlineData("2025-01..2025-03", "range", "2025-01-01", "2025-03-31", "2025-01..2025-03")]
    [InlineData("2025-03-14 .. 2025-W12", "range", "2025-03-14", "2025-03-23", "2025-03-14..2025-W12")]
    [InlineData("2024 to 2025-Q1", "range", "2024-01-01", "2025-03-31", "2024..2025-Q1")]
    [InlineData("2024 till och med 2025-03", "range", "2024-01-01", "2025-03-31", "2024..2025-03")]
    [InlineData("all", "range", "2024-02-10", "2025-03-17", "all")]
    [InlineData("allt", "range", "2024-02-10", "2025-03-17", "all")]
    [InlineData("today", "day", "2025-03-18", "2025-03-18", "today")]
    [InlineData("Yesterday", "day", "2025-03-17", "2025-03-17", "yesterday")]
    [InlineData("i går", "day", "2025-03-17", "2025-03-17", "yesterday")]
    [InlineData("this week", "week", "2025-03-17", "2025-03-23", "this week")]
    [InlineData("last week", "week", "2025-03-10", "2025-03-16", "last week")]
    [InlineData("next  month", "month", "2025-04-01", "2025-04-30", "next month")]
    [InlineData("förra månaden", "month", "2025-02-01", "2025-02-28", "last month")]
    [InlineData("this quarter", "quarter", "2025-01-01", "2025-03-31", "this quarter")]
    [InlineData("förra kvartalet", "quarter", "2024-10-01", "2024-12-31", "last quarter")]
    [InlineData("i år", "year", "2025-01-01", "2025-12-31", "this year")]
    [InlineData("i fjol", "year", "2024-01-01", "2024-12-31", "last year")]
    [InlineData("this month to date", "range", "2025-03-01", "2025-03-18", "this month to date")]
    [InlineData("hittills i månaden", "range", "2025-03-01", "2025-03-18", "this month to date")]
    [InlineData("ytd", "range", "2025-01-01", "2025-03-18", "this year to date")]
    [InlineData("last 8 weeks", "range", "2025-01-20", "2025-03-16", "last 8 weeks")]
    [InlineData("senaste 8 veckorna", "range", "2025-01-20", "2025-03-16", "last 8 weeks")]
    [InlineData("de senaste 30 dagarna", "range", "2025-02-16", "2025-03-17", "last 30 days")]
    [InlineData("last 30 days", "range", "2025-02-16", "2025-03-17", "last 30 days")]
    [InlineData("last 12 months", "range", "2024-03-01", "2025-02-28", "last 12 months")]
    [InlineData("past 1 year", "range", "2024-01-01", "2024-12-31", "last 1 year")]
    public void A_range_is_read_as_people_mean_it(string text, string grain, string first, string last, string canonical)
    {
        var extent = new Period(Grain.Range, new(2024, 2, 10, 9, 0, 0, TimeSpan.FromHours(1)), new(2025, 3, 17, 23, 0, 0, TimeSpan.FromHours(1)));
        var range = Parse(text);
        var pinned = range.Pin(Zones.Swedish, Now, extent);
        Assert.Equal((grain, first, last), (pinned.Grain.Name, Text(pinned.FirstDay), Text(pinned.LastDay)));
        Assert.Equal(canonical, range.ToString());
    }

    [Fact]
    public void Hours_are_counted_back_from_the_one_that_holds_now()
    {
        var pinned = Parse("last 24 hours").Pin(Zones.Swedish, Now, null);
        Assert.Equal((Now.AddMinutes(-30).AddDays(-1), Now.AddMinutes(-30)), (pinned.Start, pinned.End));
    }

    [Fact]
    public void Everything_is_today_when_there_is_no_data() =>
        Assert.Equal(Zones.Swedish.DayPeriod(new(2025, 3, 18)), Parse("all").Pin(Zones.Swedish, Now, null));

    [Fact]
    public void A_fiscal_calendar_decides_what_a_year_and_a_quarter_are()
    {
        var fiscal = Calendar.Gregorian(Zones.Stockholm, 5);
        Assert.Equal(fiscal.Year(2025), Parse("2025").Pin(fiscal, Now, null));
        Assert.Equal(fiscal.Year(2025), Parse("this year").Pin(fiscal, Now, null));
        Assert.Equal(fiscal.Quarter(2025, 3).Start, Parse("2025-Q3..2025-Q4").Pin(fiscal, Now, null).Start);
    }

    [Fact]
    public void What_is_printed_reads_back_as_the_same() =>
        Gen.Select(Gen.Int[1900, 2198], Gen.Int[1, 4], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[1, 52], Gen.Int[1, 99]).Sample((year, quarter, month, day, week, count) =>
        {
            RangeExpression[] fixedOnes =
            [
                new RangeExpression.OneYear(year), new RangeExpression.OneQuarter(year, quarter), new RangeExpression.OneMonth(year, month),
                new RangeExpression.OneWeek(year, week), new RangeExpression.OneDay(new(year, month, day)),
            ];
            Grain[] steps = [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year];
            RangeExpression[] all =
            [
                new RangeExpression.Everything(), .. fixedOnes,
                .. fixedOnes.Select(from => new RangeExpression.Between(from, new RangeExpression.OneYear(year + 1))),
                .. steps.SelectMany(step => new[] { -1, 0, 1 }.Select(way => new RangeExpression.Around(way, step))),
                .. steps[1..].Select(step => new RangeExpression.ToDate(step)),
                .. steps.Prepend(Grain.Hour).Select(step => new RangeExpression.Latest(count, step)),
            ];
            Assert.All(all, range => Assert.Equal(range, Parse(range.ToString())));
        }, iter: 100);

    [Theory]
    [InlineData("2025-13", "calendar.range-month", "There is no such month as ‘2025-13’. Months are written 01 to 12.")]
    [InlineData("2025-02-30", "calendar.range-day", "There is no such day as ‘2025-02-30’. 2025-02 has 28 days.")]
    [InlineData("2025-W53", "calendar.range-week", "There is no such week as ‘2025-W53’. 2025 has the weeks 1 to 52.")]
    [InlineData("0025", "calendar.range-year", "The year in ‘0025’ is out of reach. Write a year from 1900 to 2199.")]
    [InlineData("2025-03..2025-01", "calendar.range-backwards", "‘2025-03..2025-01’ ends before it starts. Write the earlier one first: 2025-01..2025-03.")]
    [InlineData("last 0 weeks", "calendar.range-count", "‘last 0 weeks’ is not a stretch that can be shown. Write a number from 1 to 5,218.")]
    [InlineData("last 99999999999 weeks", "calendar.range-count", "‘last 99999999999 weeks’ is not a stretch that can be shown. Write a number from 1 to 5,218.")]
    [InlineData("las month", "calendar.range-unknown", "‘las month’ is not understood as a range of time. Did you mean ‘last month’?")]
    [InlineData("", "calendar.range-unknown", "‘’ is not understood as a range of time. Write for example 2025, 2025-Q2, 2025-03, 2025-W10, 2025-03-14, 2025-01..2025-03, ‘this month’, ‘this month to date’, ‘last 8 weeks’ or ‘all’.")]
    public void What_is_not_understood_says_what_would_be(string text, string code, string said)
    {
        var issue = Assert.Single(RangeText.Parse(text).Issues);
        Assert.Equal((code, said), (issue.Code, $"{issue.Message(Tongue.English)} {issue.Hint(Tongue.English)}"));
    }

    [Fact]
    public void Both_ends_of_a_range_can_be_at_fault() =>
        Assert.Equal(["calendar.range-month", "calendar.range-day"], RangeText.Parse("2025-13..2025-04-31").Issues.Select(issue => issue.Code));

    [Fact]
    public void No_text_makes_the_reader_stumble() =>
        Gen.String[Gen.Char["0123456789-.QWqwlast  weekåöä"], 0, 20].Sample(text =>
        {
            var range = RangeText.Parse(text);
            if (range.IsSound)
                range.Value.Pin(Zones.Swedish, Now, null);
        });

    private static RangeExpression Parse(string text)
    {
        var range = RangeText.Parse(text);
        Assert.True(range.IsSound, $"{text}: {string.Join(' ', range.Issues)}");
        return range.Value;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
