using System.Globalization;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Queries.Trusting;
using Microsoft.Extensions.Time.Testing;

namespace Engines.Tests.Trusting;

/// <summary>Checks over time: what is complete, usual, unique, and distributed as before.</summary>
public abstract class CheckKindTests(TestEngine engine)
{
    private static readonly DateOnly LastDay = new(2025, 6, 1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 6, 2, 4, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("complete: day", 20, "1 of 30 2025-05-12")]
    [InlineData("complete: day\n      over: last 14 days", 20, null)]
    [InlineData("complete: working_day", 20, "1 of 19 2025-05-12")]
    [InlineData("complete: working_day", 21, null)]
    [InlineData("complete: day\n      by: [kind]", 20, "2 of 60 2025-05-12, a; 2025-05-12, b")]
    [InlineData("complete: week", 20, null)]
    public async Task Each_period_has_rows(string check, int withoutBack, string? expected)
    {
        var result = await RunAsync(check, back => back == withoutBack ? 0 : 4);
        Assert.Equal(expected, result.Outcome == CheckOutcome.Failed ? $"{result.Failing} of {result.Looked} {string.Join("; ", result.Examples)}" : null);
    }

    [Theory]
    [InlineData(4, CheckOutcome.Passed)]
    [InlineData(6, CheckOutcome.Passed)]
    [InlineData(9, CheckOutcome.Failed)]
    [InlineData(1, CheckOutcome.Failed)]
    public async Task A_day_is_held_against_the_same_weekday_of_the_weeks_before(int rows, CheckOutcome outcome)
    {
        // Other weekdays have many more, and one of the eight before is odd.
        var result = await RunAsync("usual: count(sales)\n      within: 50 %", back => back == 0 ? rows : back == 14 ? 40 : back % 7 == 0 ? 4 : 20);
        Assert.Equal((outcome, rows, 4, "2025-06-01"), (result.Outcome, result.Measured, result.Bound, result.At));
    }

    [Fact]
    public async Task Without_a_history_nothing_is_usual() =>
        Assert.Equal(CheckOutcome.Untold, (await RunAsync("usual: count(sales)\n      within: 50 %", back => back < 20 ? 4 : 0, days: 20)).Outcome);

    [Theory]
    [InlineData("check: count(sales) between 3 and 5\n      per: day", 3, 7, "2025-05-29 7 3 5")]
    [InlineData("check: count(sales) between 3 and 5\n      per: day", 3, 5, null)]
    [InlineData("check: count(sales) <= 2\n      per: day\n      by: [kind]", 3, 6, "2025-05-29, b 3 2 ")]
    [InlineData("check: count(sales) >= 0.5 * prior(count(sales), 1 day)\n      per: day", 3, 1, "2025-05-29 1 2 ")]
    public async Task A_condition_holds_in_each_finished_slice(string check, int oddBack, int rows, string? expected)
    {
        var result = await RunAsync(check, back => back == oddBack ? rows : 4);
        Assert.Equal(expected, result.Outcome == CheckOutcome.Failed ? string.Create(CultureInfo.InvariantCulture, $"{result.At} {result.Measured} {result.Bound} {result.Upper}") : null);
    }

    [Fact]
    public async Task Rows_that_share_what_is_theirs_alone_are_found()
    {
        var result = await RunAsync("unique: [day, kind]", back => back is 3 or 5 ? 4 : 1);
        Assert.Equal((CheckOutcome.Failed, 4L), (result.Outcome, result.Failing));
        Assert.Equal(["2025-05-27, a", "2025-05-27, b", "2025-05-29, a"], result.Examples);
        Assert.Equal(CheckOutcome.Passed, (await RunAsync("unique: [id]", _ => 4)).Outcome);
    }

    [Theory]
    [InlineData("shift: amount", 1.0, CheckOutcome.Passed)]
    [InlineData("shift: amount", 3.0, CheckOutcome.Failed)]
    [InlineData("shift: amount\n      most: 90", 3.0, CheckOutcome.Passed)]
    [InlineData("shift: kind", 1.0, CheckOutcome.Passed)]
    [InlineData("shift: kind", 3.0, CheckOutcome.Failed)]
    public async Task Values_are_distributed_as_before(string check, double factor, CheckOutcome outcome)
    {
        var result = await RunAsync(check, _ => 40, back => back < 7 ? (decimal)factor : 1);
        Assert.Equal(outcome, result.Outcome);
        Assert.True(factor > 1 ? result.Measured > 0.5 : result.Measured < 0.05, $"{result.Measured}");
    }

    [Fact]
    public async Task With_few_rows_chance_is_no_shift() =>
        Assert.Equal(CheckOutcome.Untold, (await RunAsync("shift: amount", _ => 4, back => back < 7 ? 9 : 1)).Outcome);

    /// <summary>Rows on each of the last days, those of a day and of a kind with amounts of their own.</summary>
    private async Task<CheckResult> RunAsync(string check, Func<int, int> rows, Func<int, decimal>? factor = null, int days = 90)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("kelvin.yaml", $$"""
            workspace: Test
            zone: Europe/Stockholm
            ---
            dataset: sales
            key: id
            time: day
            columns: { id: text, kind: text, amount: money SEK, day: date }
            expects:
              checks:
                - {{check}}
            """.ReplaceLineEndings("\n"), null)]);
        Assert.True(catalog.Issues.IsEmpty, string.Join('\n', catalog.Issues));
        await using var scratch = await Scratch.OpenAsync(engine with { Clock = _clock });
        Assert.Empty(await scratch.Warehouse.PrepareAsync(catalog, default));
        var file = new StringBuilder("id,kind,amount,day\n");
        for (var back = 0; back < days; back++)
            for (var row = 0; row < rows(back); row++)
                file.Append(CultureInfo.InvariantCulture, $"{back}-{row},{((factor?.Invoke(back) ?? 1) > 1 || row % 2 == 0 ? "a" : "b")},{(row + 1) * (factor?.Invoke(back) ?? 1)},{LastDay.AddDays(-back):yyyy-MM-dd}\n");
        var report = await scratch.TryLoadAsync(catalog.Datasets["sales"], scratch.Write("sales.csv", file.ToString()));
        Assert.True(report.IsSound, string.Join('\n', report.Issues));
        return Assert.Single((await scratch.Warehouse.StatesAsync(default))["sales"].Inspection!.Results);
    }
}

public sealed class CheckKindTestsOnDuckDb() : CheckKindTests(TestEngine.DuckDb);

public sealed class CheckKindTestsOnPostgres() : CheckKindTests(TestEngine.Postgres);
