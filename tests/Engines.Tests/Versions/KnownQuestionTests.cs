using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Drilling;
using Kelvin.Queries.Tracing;
using Kelvin.Queries.Warehouse;
using Microsoft.Extensions.Time.Testing;

namespace Engines.Tests.Versions;

/// <summary>Questions as known on a day or moment, and what changed a value.</summary>
public abstract class KnownQuestionTests(TestEngine engine)
{
    private const string Definitions = """
        workspace: Test
        zone: Europe/Stockholm
        currency: SEK
        ---
        dataset: sales
        key: id
        time: day
        columns: { id: text, amount: money SEK, day: date }
        ---
        dataset: large
        query: "select * from sales where amount > 100"
        time: day
        columns: { id: text, amount: money SEK, day: date }
        ---
        metric: revenue
        label: Revenue
        formula: sum(sales.amount)
        ---
        metric: large_sales
        label: Large sales
        formula: count(large)
        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 6, 1, 21, 0, 0, TimeSpan.Zero));
    private readonly MetricCatalog _catalog = CatalogLoader.Load([new DefinitionFile("kelvin.yaml", Definitions, null)]);

    [Fact]
    public async Task A_day_is_known_to_its_end_in_the_zone_of_the_workspace()
    {
        await using var scratch = await LoadAsync();
        // 23:00 on the first, 00:30 on the second and 03:00 on the second in Stockholm.
        Assert.Equal(10m, await RevenueAsync(scratch, "2025-06-01"));
        Assert.Equal(500m, await RevenueAsync(scratch, "2025-06-02 02:59"));
        Assert.Equal(10m, await RevenueAsync(scratch, "2025-06-02T01:00:00Z"));
        Assert.Equal(11m, await RevenueAsync(scratch, "2025-06-02"));
        Assert.Equal(11m, await RevenueAsync(scratch, null));
        Assert.Null(await RevenueAsync(scratch, "2025-05-31"));
    }

    [Theory]
    [InlineData("2025-06-03", "query.known-on-to-come")]
    [InlineData("2030-01-01 10:00", "query.known-on-to-come")]
    [InlineData("last tuesday", "query.known-on-unreadable")]
    [InlineData("3/3/2025", "query.known-on-unreadable")]
    public async Task What_is_no_moment_that_has_been_is_an_issue(string written, string code)
    {
        await using var scratch = await LoadAsync();
        Assert.Equal(code, Assert.Single((await AskAsync(scratch, "revenue", written)).Issues).Code);
    }

    [Fact]
    public async Task Questions_of_different_moments_are_answered_together_each_from_its_own_rows()
    {
        await using var scratch = await LoadAsync();
        using var cache = new AnswerCache();
        var asking = new AskMetric(new FixedCatalog(_catalog), scratch.Warehouse, cache, _clock);
        string?[] moments = ["2025-06-01", null, "2025-06-02 01:00", "2025-06-01"];
        for (var round = 0; round < 2; round++)
        {
            var answers = await asking.AskAllAsync([.. moments.Select(moment => Question("large_sales", moment))], Viewer.Everything, default);
            Assert.Equal([0m, 0m, 1m, 0m], answers.Select(answer => Convert.ToDecimal(ValueOf(answer.Value!, "large_sales") ?? 0m, System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal(new DateTimeOffset(2025, 6, 1, 23, 0, 0, TimeSpan.Zero), answers[2].Value!.Explanation.KnownOn);
            Assert.Null(answers[1].Value!.Explanation.KnownOn);
        }
    }

    [Fact]
    public async Task The_rows_behind_a_cell_are_those_known_then()
    {
        await using var scratch = await LoadAsync();
        var drill = new DrillThrough(new FixedCatalog(_catalog), scratch.Warehouse, _clock);
        var rows = await drill.RowsAsync(new DrillQuery("revenue") { KnownOn = "2025-06-02 01:00" }, Viewer.Everything, default);
        Assert.Equal((1, 500m), (rows.Value!.Total, rows.Value.Rows["amount"][0]));
    }

    [Fact]
    public async Task Before_the_history_that_is_kept_there_is_an_issue_and_never_a_number()
    {
        await using var scratch = await LoadAsync();
        await scratch.Warehouse.CompactAsync(_clock.GetUtcNow().AddHours(-1), default);
        foreach (var metric in new[] { "revenue", "large_sales" })
        {
            Assert.Equal("query.known-before-history", Assert.Single((await AskAsync(scratch, metric, "2025-06-01")).Issues).Code);
            Assert.True((await AskAsync(scratch, metric, "2025-06-02")).IsSound);
        }
    }

    [Fact]
    public async Task A_value_tells_which_loads_changed_it()
    {
        await using var scratch = await LoadAsync();
        using var cache = new AnswerCache();
        var catalogs = new FixedCatalog(_catalog);
        var tracing = new TraceValue(catalogs, scratch.Warehouse, new AskMetric(catalogs, scratch.Warehouse, cache, _clock));
        var history = (await tracing.TraceAsync(new TraceQuery("revenue") { Range = "2025" }, Viewer.Everything, default)).Value!;
        Assert.Equal(
            ["11 from 10 by sales.csv File", "10 from 500 by sales.csv Undo of Eva: a slip", "500 from 10 by sales.csv File", "10 from  by sales.csv File"],
            history.Changes.Select(change => FormattableString.Invariant($"{change.After:0} from {change.Before:0} by {change.Loads[0].Source} {change.Loads[0].Kind}{(change.Loads[0].Person is { } person ? $" of {person}: {change.Loads[0].Reason}" : "")}")));
        Assert.True(history.IsWhole);
        var large = (await tracing.TraceAsync(new TraceQuery("large_sales") { Moments = 2 }, Viewer.Everything, default)).Value!;
        Assert.Equal((1, 2, false), (large.Changes.Length, large.Looked, large.IsWhole));
        Assert.Equal("query.unknown-metric", Assert.Single((await tracing.TraceAsync(new TraceQuery("nothing"), Viewer.Everything, default)).Issues).Code);
    }

    private async Task<Scratch> LoadAsync()
    {
        var scratch = await Scratch.OpenAsync(engine with { Clock = _clock });
        Assert.Empty(_catalog.Issues);
        Assert.Empty(await scratch.Warehouse.PrepareAsync(_catalog, default));
        var sales = _catalog.Datasets["sales"];
        await AddAsync("id,amount,day\na,10,2025-01-01\n");
        _clock.Advance(TimeSpan.FromMinutes(90));
        var wrong = await AddAsync("id,amount,day\na,500,2025-01-01\n");
        _clock.Advance(TimeSpan.FromMinutes(150));
        await scratch.Warehouse.UndoAsync(wrong.Load!.Id, "Eva", "a slip", default);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var file = scratch.Write("sales.csv", "id,amount,day\nb,1,2025-01-02\n");
        await scratch.Warehouse.LoadAsync(new LoadRequest(sales, file, LoadMode.Append, TimeZoneInfo.Utc), null, default);
        return scratch;

        async Task<LoadReport> AddAsync(string content) => (await scratch.Warehouse.LoadAsync(
            new LoadRequest(sales, scratch.Write("sales.csv", content), LoadMode.Replace, TimeZoneInfo.Utc), null, default)).Value!;
    }

    private async Task<object?> RevenueAsync(Scratch scratch, string? knownOn) => ValueOf((await AskAsync(scratch, "revenue", knownOn)).Value!, "revenue");

    private static object? ValueOf(MetricAnswer answer, string metric) => answer.Frame.Count == 0 ? null : answer.Frame[metric][0];

    private async Task<Kelvin.Language.Checked<MetricAnswer>> AskAsync(Scratch scratch, string metric, string? knownOn)
    {
        using var cache = new AnswerCache();
        return await new AskMetric(new FixedCatalog(_catalog), scratch.Warehouse, cache, _clock).AskAsync(Question(metric, knownOn), Viewer.Everything, default);
    }

    private static MetricQuery Question(string metric, string? knownOn) => new() { Metrics = [metric], KnownOn = knownOn };
}

public sealed class KnownQuestionTestsOnDuckDb() : KnownQuestionTests(TestEngine.DuckDb);

public sealed class KnownQuestionTestsOnPostgres() : KnownQuestionTests(TestEngine.Postgres);
