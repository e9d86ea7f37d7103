using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Collection.Series;
using Kelvin.Compiler;
using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Series;

/// <summary>From samples to the answer of a metric, on each engine.</summary>
public sealed class TakeSamplesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private const string Definitions = """
        dataset: web
        key: [time, name, labels]
        time: time
        columns: { time: timestamp, name: text, labels: text, value: number, increase: number?, code: text?, le: text? }
        ---
        metric: requests
        label: Requests
        dataset: web
        formula: sum(increase where name = 'http_requests_total')
        ---
        metric: failing_share
        label: Failing share
        dataset: web
        formula: sum(increase where name = 'http_requests_total' and code like '5%') / sum(increase where name = 'http_requests_total')
        ---
        metric: fast_share
        label: Fast share
        dataset: web
        formula: sum(increase where name = 'http_seconds_bucket' and le = '0.5') / sum(increase where name = 'http_seconds_bucket' and le = '+Inf')
        """;

    [Theory]
    [InlineData("duckdb")]
    [InlineData("postgres")]
    public async Task A_metric_over_counts_is_exact_through_restarts_repeats_and_late_samples(string engine)
    {
        await using var warehouse = await OpenAsync(engine);
        var catalog = CatalogLoader.Load([new DefinitionFile("web.yaml", Definitions, null)]);
        Assert.Empty(catalog.Issues);
        Assert.Empty(await warehouse.PrepareAsync(catalog, CancellationToken.None));
        var layout = SeriesLayout.Of(catalog.Datasets["web"])!;
        var taking = new TakeSamples(warehouse);
        await TakeAsync(taking, layout, 0, Count("200", 1_000), Count("500", 10), Bucket("0.5", 900), Bucket("+Inf", 1_010));
        await TakeAsync(taking, layout, 1, Count("200", 1_090), Count("500", 20), Bucket("0.5", 975), Bucket("+Inf", 1_110));
        // The service began anew, and another process takes over here.
        taking = new TakeSamples(warehouse);
        await TakeAsync(taking, layout, 2, Count("200", 45), Count("500", 5), Bucket("0.5", 40), Bucket("+Inf", 50));
        // The same again, a sample that comes late, one that is no number, and a series that began after all that is known.
        await TakeAsync(taking, layout, 2, Count("200", 45));
        await TakeAsync(taking, layout, 1.5, Count("200", 20));
        await TakeAsync(taking, layout, 3, Count("200", double.NaN), Count("503", 4) with { Created = Start.UtcDateTime.AddMinutes(2.5) }, Count("200", 85), Bucket("+Inf", 60), Bucket("0.5", 50));
        var answer = await AskAsync(warehouse, catalog, "requests", "failing_share", "fast_share");
        // 90 + 10, then 45 + 5, then 40 + 4.
        Assert.Equal("194 0.0979 0.7812", string.Join(' ', answer.Select(value => Math.Round(Convert.ToDouble(value, CultureInfo.InvariantCulture), 4).ToString(CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("duckdb")]
    [InlineData("postgres")]
    public async Task Samples_that_are_sent_again_keep_their_increases(string engine)
    {
        await using var warehouse = await OpenAsync(engine);
        var catalog = CatalogLoader.Load([new DefinitionFile("web.yaml", Definitions, null)]);
        await warehouse.PrepareAsync(catalog, CancellationToken.None);
        var layout = SeriesLayout.Of(catalog.Datasets["web"])!;
        var taking = new TakeSamples(warehouse);
        Sample[] sent = [At(0, 100), At(1, 130), At(2, 170)];
        await TakeAsync(taking, layout, 3, sent);
        var again = await taking.TakeAsync(layout, sent, Start.AddMinutes(3), batch => batch, CancellationToken.None);
        Assert.Equal((0L, 0L, 2L), (again.Value!.Added, again.Value.Replaced, again.Value.Unchanged));
        await TakeAsync(new TakeSamples(warehouse), layout, 3, sent);
        Assert.Equal(70, Convert.ToDouble(Assert.Single(await AskAsync(warehouse, catalog, "requests")), CultureInfo.InvariantCulture));
        // Of a series that has been silent for longer than is looked back, too.
        await TakeAsync(taking, layout, 120, Bucket("0.5", 1));
        await TakeAsync(taking, layout, 121, sent);
        Assert.Equal(70, Convert.ToDouble(Assert.Single(await AskAsync(warehouse, catalog, "requests")), CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_series_that_was_silent_for_long_begins_anew_before_and_after_a_restart(bool hasRestarted)
    {
        await using var warehouse = await OpenAsync("duckdb");
        var catalog = CatalogLoader.Load([new DefinitionFile("web.yaml", Definitions, null)]);
        await warehouse.PrepareAsync(catalog, CancellationToken.None);
        var layout = SeriesLayout.Of(catalog.Datasets["web"])!;
        var taking = new TakeSamples(warehouse);
        await TakeAsync(taking, layout, 0, Count("200", 100), Count("500", 1));
        await TakeAsync(taking, layout, 50, Count("500", 2));
        await TakeAsync(taking, layout, 90, Count("500", 3));
        await TakeAsync(hasRestarted ? new TakeSamples(warehouse) : taking, layout, 91, Count("200", 150), Count("500", 5));
        Assert.Equal(4, Convert.ToDouble(Assert.Single(await AskAsync(warehouse, catalog, "requests")), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Series_that_are_silent_for_long_are_forgotten()
    {
        var last = new LastSamples(null, TimeSpan.FromHours(1));
        for (var minute = 0; minute < 600; minute++)
            last.Measure([Count(minute.ToString(CultureInfo.InvariantCulture), 1)], Start.UtcDateTime.AddMinutes(minute));
        Assert.InRange(last.Count, 60, 122);
    }

    [Fact]
    public async Task What_another_writer_does_in_between_is_seen_by_the_next_samples()
    {
        await using var warehouse = await OpenAsync("duckdb");
        var catalog = CatalogLoader.Load([new DefinitionFile("web.yaml", Definitions, null)]);
        await warehouse.PrepareAsync(catalog, CancellationToken.None);
        var layout = SeriesLayout.Of(catalog.Datasets["web"])!;
        var (one, other) = (new TakeSamples(warehouse), new TakeSamples(warehouse));
        await TakeAsync(one, layout, 0, Count("200", 100));
        // The other writes after this one has looked and before it writes.
        await one.TakeAsync(layout, [At(2, 30, "500")], Start.AddMinutes(2), batch =>
        {
            TakeAsync(other, layout, 1, Count("200", 140)).GetAwaiter().GetResult();
            return batch;
        }, CancellationToken.None);
        await TakeAsync(one, layout, 3, Count("200", 150));
        Assert.Equal(50, Convert.ToDouble(Assert.Single(await AskAsync(warehouse, catalog, "requests")), CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("duckdb")]
    [InlineData("postgres")]
    public async Task A_sample_that_the_columns_cannot_hold_is_refused_by_itself(string engine)
    {
        await using var warehouse = await OpenAsync(engine);
        var catalog = CatalogLoader.Load([new DefinitionFile("web.yaml", "dataset: load\ncolumns: { time: timestamp, value: number with 2 decimals, core: integer }", null)]);
        await warehouse.PrepareAsync(catalog, CancellationToken.None);
        var layout = SeriesLayout.Of(catalog.Datasets["load"])!;
        Sample[] samples =
        [
            new("load", [new("core", "0")], 0.25), new("load", [new("core", "zero")], 0.5), new("load", [], 0.5), new("load", [new("core", "1")], 1e300), new("load", [new("core", "2")], 0.75),
        ];
        var receipt = (await new TakeSamples(warehouse).TakeAsync(layout, samples, Start, batch => batch, CancellationToken.None)).Value!;
        Assert.Equal(["1 push.not-a-number", "2 rows.value-missing", "3 import.not-fitting"], receipt.Refused.Select(row => $"{row.Row} {row.Reason.Code}"));
        Assert.Equal(2, receipt.Added);
    }

    [Theory]
    [InlineData("dataset: a\ncolumns: { time: timestamp, name: text }")]
    [InlineData("dataset: a\ncolumns: { time: date, value: number }")]
    [InlineData("dataset: a\ncolumns: { time: timestamp, value: number, increase: number? }")]
    public void A_dataset_without_room_for_them_takes_no_samples(string definition) =>
        Assert.Null(SeriesLayout.Of(CatalogLoader.Load([new DefinitionFile("a.yaml", definition, null)]).Datasets["a"]));

    private static Sample Count(string code, double value) => new("http_requests_total", [new("code", code)], value) { IsCumulative = true };

    private static Sample At(double minute, double value, string code = "200") => Count(code, value) with { Time = Start.UtcDateTime.AddMinutes(minute) };

    private static Sample Bucket(string le, double value) => new("http_seconds_bucket", [new("le", le)], value) { IsCumulative = true };

    private static async Task TakeAsync(TakeSamples taking, SeriesLayout layout, double minute, params Sample[] samples)
    {
        var outcome = await taking.TakeAsync(layout, samples, Start.AddMinutes(minute), batch => batch, CancellationToken.None);
        Assert.Empty(outcome.Issues);
        Assert.Empty(outcome.Value!.Refused);
    }

    private static async Task<IEnumerable<object?>> AskAsync(IWarehouse warehouse, MetricCatalog catalog, params string[] metrics)
    {
        using var cache = new AnswerCache();
        var asked = await new AskMetric(new FixedCatalog(catalog), warehouse, cache, TimeProvider.System)
            .AskAsync(new MetricQuery { Metrics = [.. metrics] }, Viewer.Everything, CancellationToken.None);
        Assert.Empty(asked.Issues.Where(issue => issue.Severity == Severity.Error));
        return metrics.Select(metric => asked.Value!.Frame[metric][0]);
    }

    private static async Task<IWarehouse> OpenAsync(string engine)
    {
        if (engine == "duckdb")
            return await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, CancellationToken.None);
        var server = Environment.GetEnvironmentVariable("KELVIN_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "KELVIN_TEST_POSTGRES does not name a server; ./test starts one.");
        return await PostgresWarehouse.OpenTemporaryAsync(new PostgresSettings(server!), CancellationToken.None);
    }
}
