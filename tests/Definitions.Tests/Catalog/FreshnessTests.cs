using System.Globalization;
using Kelvin.Catalog.Expectations;
using CsCheck;

namespace Definitions.Tests.Catalog;

/// <summary>When rows are due, and what counts as having come.</summary>
public sealed class FreshnessTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private static readonly Gen<string> Schedule =
        Gen.Int[0, 4].Select(at => new[] { "daily by 07:00", "weekdays by 02:30", "every 4 hours", "0 7 1 * *", "sunday by 23:59" }[at]);

    [Theory]
    // Due at seven each day: what came since seven in the evening before counts for today.
    [InlineData("daily by 07:00", "2025-06-02 06:58", "2025-06-03 06:30", false)]
    [InlineData("daily by 07:00", "2025-06-02 06:58", "2025-06-03 07:00", true)]
    [InlineData("daily by 07:00", "2025-06-02 11:00", "2025-06-03 07:30", true)]
    [InlineData("daily by 07:00", "2025-06-02 19:00", "2025-06-03 07:30", false)]
    [InlineData("daily by 07:00", "2025-06-03 07:20", "2025-06-03 07:30", false)]
    // Friday's rows will do until Monday.
    [InlineData("weekdays by 07:00", "2025-05-30 06:00", "2025-06-01 23:00", false)]
    [InlineData("weekdays by 07:00", "2025-05-30 06:00", "2025-06-02 07:00", true)]
    [InlineData("monday, thursdays by 9:00", "2025-05-29 08:00", "2025-06-01 09:00", false)]
    [InlineData("monday, thursdays by 9:00", "2025-05-29 08:00", "2025-06-02 09:00", true)]
    [InlineData("0 7 1 * *", "2025-05-31 23:00", "2025-06-30 12:00", false)]
    [InlineData("0 7 1 * *", "2025-05-31 23:00", "2025-07-01 07:00", true)]
    [InlineData("every 4 hours", "2025-06-02 06:00", "2025-06-02 10:00", false)]
    [InlineData("every 4 hours", "2025-06-02 06:00", "2025-06-02 10:01", true)]
    // Summer time begins on the night to the 30th of March.
    [InlineData("daily by 02:30", "2025-03-29 02:00", "2025-03-30 04:00", true)]
    [InlineData("daily by 02:30", "2025-03-30 01:30", "2025-03-30 04:00", false)]
    public void A_load_counts_for_the_deadline_that_it_is_nearest_to(string written, string last, string now, bool isLate) =>
        Assert.Equal(isLate, Fresh($"fresh: {Quoted(written)}").At(Local(now), Local(last), Stockholm).IsLate);

    [Fact]
    public void Grace_is_how_much_later_is_not_yet_late()
    {
        var fresh = Fresh("fresh: daily by 07:00\n  grace: 30 minutes");
        Assert.False(fresh.At(Local("2025-06-03 07:29"), Local("2025-06-02 06:00"), Stockholm).IsLate);
        Assert.True(fresh.At(Local("2025-06-03 07:30"), Local("2025-06-02 06:00"), Stockholm).IsLate);
        Assert.Equal(Local("2025-06-03 07:00"), fresh.At(Local("2025-06-03 07:30"), null, Stockholm).Due);
    }

    [Fact]
    public void What_never_came_is_late_when_something_was_due() =>
        Assert.True(Fresh("fresh: daily by 07:00").At(Local("2025-06-03 07:30"), null, Stockholm).IsLate);

    /// <summary>What comes just now is never late, whatever the schedule and the time of the year.</summary>
    [Fact]
    public void What_has_just_come_is_not_late() =>
        Gen.Select(Schedule, Gen.Int[0, 600_000]).Sample((written, minutes) =>
        {
            var now = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            return !Fresh($"fresh: {Quoted(written)}").At(now, now, Stockholm).IsLate;
        }, iter: 300);

    /// <summary>Once late, rows stay late until some come.</summary>
    [Fact]
    public void What_is_late_stays_late_until_it_comes() =>
        Gen.Select(Schedule, Gen.Int[0, 20_000], Gen.Int[0, 20_000]).Sample((written, first, more) =>
        {
            var (fresh, last) = (Fresh($"fresh: {Quoted(written)}"), new DateTimeOffset(2025, 3, 20, 5, 0, 0, TimeSpan.Zero));
            return !fresh.At(last.AddMinutes(first), last, Stockholm).IsLate || fresh.At(last.AddMinutes(first + more), last, Stockholm).IsLate;
        }, iter: 300);

    private static Freshness Fresh(string expects)
    {
        var catalog = Definitions.Load($"dataset: orders\ncolumns: {{ id: text }}\nexpects:\n  {expects}\n");
        Assert.Empty(catalog.Issues);
        return catalog.Datasets["orders"].Expects.Fresh!;
    }

    private static string Quoted(string written) => $"\"{written}\"";

    private static DateTimeOffset Local(string written)
    {
        var local = DateTime.Parse(written, CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Stockholm.GetUtcOffset(local));
    }
}
