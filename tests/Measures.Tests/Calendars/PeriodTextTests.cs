using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Language;

namespace Measures.Tests.Calendars;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2025-03", "mars 2025", "March 2025", "mars", "Mar")]
    [InlineData("2025-W10", "v. 10 2025", "W10 2025", "v. 10", "W10")]
    [InlineData("2024-12-30..2025-01-05", "30 december 2024–5 januari 2025", "30 December 2024 – 5 January 2025", "30 december 2024–5 januari 2025", "30 December 2024 – 5 January 2025")]
    [InlineData("2026-W53", "v. 53 2026", "W53 2026", "v. 53", "W53")]
    [InlineData("2025-03-14", "14 mars 2025", "14 March 2025", "14 mars", "14 Mar")]
    [InlineData("2025-Q2", "kv 2 2025", "Q2 2025", "kv 2", "Q2")]
    [InlineData("2025", "2025", "2025", "2025", "2025")]
    [InlineData("2025-03-01..2025-03-17", "1–17 mars 2025", "1–17 March 2025", "1–17 mars", "1–17 Mar")]
    [InlineData("2025-02-27..2025-03-17", "27 februari–17 mars 2025", "27 February – 17 March 2025", "27 feb–17 mars", "27 Feb – 17 Mar")]
    [InlineData("2025-01..2025-03", "januari–mars 2025", "January–March 2025", "jan–mars", "Jan–Mar")]
    [InlineData("2024-11..2025-02", "november 2024–februari 2025", "November 2024 – February 2025", "november 2024–februari 2025", "November 2024 – February 2025")]
    [InlineData("2024..2025", "2024–2025", "2024–2025", "2024–2025", "2024–2025")]
    public void A_period_is_written_as_people_write_it(string range, string swedish, string english, string shortSwedish, string shortEnglish)
    {
        var period = Period(range, Zones.Swedish);
        Assert.Equal(swedish, PeriodText.Write(period, Tongue.Swedish));
        Assert.Equal(english, PeriodText.Write(period, Tongue.English));
        Assert.Equal(shortSwedish, PeriodText.Short(period, Tongue.Swedish));
        Assert.Equal(shortEnglish, PeriodText.Short(period, Tongue.English));
    }

    [Fact]
    public void An_hour_is_written_with_its_day_and_on_an_axis_without()
    {
        var hour = Zones.Swedish.PeriodOf(Grain.Hour, new DateTimeOffset(2025, 3, 14, 13, 20, 0, TimeSpan.Zero));
        Assert.Equal("14 mars 2025 14:00", PeriodText.Write(hour, Tongue.Swedish));
        Assert.Equal("14:00", PeriodText.Short(hour, Tongue.Swedish));
    }

    [Fact]
    public void A_fiscal_year_is_written_with_both_its_years()
    {
        var fiscal = Calendar.Gregorian(Zones.Stockholm, 5);
        Assert.Equal("2024/2025", PeriodText.Write(fiscal.Year(2025), Tongue.Swedish));
        Assert.Equal("kv 4 2024/2025", PeriodText.Write(fiscal.Quarter(2025, 4), Tongue.Swedish, fiscal));
        Assert.Equal("februari–april 2025", PeriodText.Write(fiscal.Quarter(2025, 4), Tongue.Swedish));
    }

    private static Period Period(string range, Calendar calendar) => RangeText.Parse(range).Value!.Pin(calendar, default, null);
}
