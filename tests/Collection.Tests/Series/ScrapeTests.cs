using Collection.Tests.Sources;
using Microsoft.AspNetCore.Http;

namespace Collection.Tests.Series;

/// <summary>Metrics of a service that is asked again and again, over HTTP.</summary>
public sealed class ScrapeTests
{
    private const string OpenMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    [Fact]
    public async Task Counts_become_increases_and_a_restart_loses_and_repeats_nothing()
    {
        var text = Counted(100, 7);
        await using var service = await TestService.OpenAsync(context => WriteAsync(context, text, OpenMetrics));
        await using var workspace = await OpenAsync(service);
        await workspace.SyncWellAsync("web");
        foreach (var (good, bad) in new[] { (130, 7), (20, 1), (25, 1) })
        {
            text = Counted(good, bad);
            workspace.Clock.Advance(TimeSpan.FromMinutes(1));
            await workspace.SyncWellAsync("web");
        }
        Assert.Equal(
            "200|100|- | 200|130|30 | 200|20|20 | 200|25|5 | 500|1|0 | 500|1|1 | 500|7|- | 500|7|0",
            string.Join(" | ", (await workspace.RowsAsync("web", "code || '|' || value::integer || '|' || coalesce(increase::integer::varchar, '-')"))
                .Split(" | ").OrderBy(row => row.Split('|')[0], StringComparer.Ordinal).ThenBy(row => row.StartsWith('2') ? Array.IndexOf(["100", "130", "20", "25"], row.Split('|')[1]) : 0)));
        Assert.Equal(4, (await workspace.LoadsAsync("web")).Length);
        Assert.Equal(["/metrics", "/metrics", "/metrics", "/metrics"], service.Asked);
    }

    [Fact]
    public async Task Only_the_series_that_are_named_are_taken_with_the_labels_that_are_columns()
    {
        await using var service = await TestService.OpenAsync(context => WriteAsync(context, Counted(1, 2) + "# TYPE up gauge\nup{name=\"node\"} 1\n# EOF\n", "text/plain; version=0.0.4", isWhole: true));
        await using var workspace = await OpenAsync(service, "series: [\"http_*\", up]");
        var run = await workspace.SyncWellAsync("web");
        Assert.Equal((3, 0), (run.Added, run.Rejected));
        Assert.Equal("""counter|code="200",method="get"|get | counter|code="500",method="get"|get | gauge|name="node"|-""",
            await workspace.RowsAsync("web", "kind || '|' || labels || '|' || coalesce(method, '-')"));
        Assert.Equal("- | - | node", await workspace.RowsAsync("web", "coalesce(host, '-')"));
    }

    [Fact]
    public async Task The_service_is_asked_for_OpenMetrics_first()
    {
        var accepted = "";
        await using var service = await TestService.OpenAsync(context =>
        {
            accepted = context.Request.Headers.Accept.ToString();
            return WriteAsync(context, Counted(1, 1), OpenMetrics);
        });
        await using var workspace = await OpenAsync(service);
        await workspace.SyncWellAsync("web");
        Assert.StartsWith("application/openmetrics-text; version=1.0.0", accepted, StringComparison.Ordinal);
        Assert.Contains("text/plain", accepted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OpenMetrics, "# TYPE a counter\na_total 1\n", "sync.series-cut")]
    [InlineData(OpenMetrics, "a_total one\n# EOF\n", "sync.series-line")]
    [InlineData("text/plain", "a_total = 1\n", "sync.series-line")]
    [InlineData("text/html", "<html></html>", "sync.series-type")]
    public async Task What_is_no_whole_text_of_metrics_brings_nothing(string type, string text, string code)
    {
        await using var service = await TestService.OpenAsync(context => WriteAsync(context, text, type, isWhole: true));
        await using var workspace = await OpenAsync(service);
        await workspace.SyncBadlyAsync("web", code);
        Assert.Empty(await workspace.LoadsAsync("web"));
    }

    [Fact]
    public async Task Names_that_nothing_fits_are_said_with_what_came()
    {
        await using var service = await TestService.OpenAsync(context => WriteAsync(context, Counted(1, 1), OpenMetrics));
        await using var workspace = await OpenAsync(service, "series: [htp_requests]");
        var run = await workspace.SyncWellAsync("web");
        Assert.Equal("sync.series-none", Assert.Single(run.Issues).Code);
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_it_is_allowed()
    {
        await using var service = await TestService.OpenAsync(context => WriteAsync(context, Counted(1, 1), OpenMetrics));
        await using var workspace = await OpenAsync(service);
        workspace.Forbid();
        await workspace.SyncBadlyAsync("web", "sync.private-address");
        Assert.Empty(service.Asked);
    }

    private static string Counted(int good, int bad) =>
        $"# TYPE http_requests counter\nhttp_requests_total{{code=\"200\",method=\"get\"}} {good}\nhttp_requests_total{{code=\"500\",method=\"get\"}} {bad}\n";

    private static Task WriteAsync(HttpContext context, string text, string type, bool isWhole = false)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(isWhole ? text.Replace("# TYPE http_requests counter", "# TYPE http_requests_total counter", StringComparison.Ordinal) : text + "# EOF\n");
    }

    private static Task<FedWorkspace> OpenAsync(TestService service, string more = "") => FedWorkspace.OpenAsync($$"""
        connection: node
        kind: openmetrics
        address: {{service.Address}}
        ---
        dataset: web
        key: [at, series, labels]
        time: at
        source:
          connection: node
          path: /metrics
          every: 1 minute
          names: { at: time, series: name, host: label.name }
          {{more}}
        columns:
          at: timestamp
          series: text
          labels: text
          kind: text
          value: number
          increase: number?
          code: text?
          method: text?
          host: text?
        """);
}
