using System.Net;
using System.Text.Json;
using Product.Tests.Site;

namespace Product.Tests.Api;

public sealed class ApiTests(SampleSite site)
{
    [Fact]
    public async Task Metrics_are_listed_in_the_language_asked_for()
    {
        using var client = site.Client("sv");
        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/metrics");
        var revenue = list.GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "revenue");
        Assert.Equal("Omsättning", revenue.GetProperty("label").GetString());
        Assert.Equal("higher", revenue.GetProperty("better").GetString());
    }

    [Fact]
    public async Task A_question_is_answered_and_explained()
    {
        using var client = site.Client();
        var response = await client.PostAsJsonAsync("/api/v1/query", new { metrics = new[] { "revenue" }, grain = "month", range = "2025", compare = "previous period" });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        var rows = answer.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(12, rows.Length);
        Assert.True(rows[0].GetProperty("revenue").GetDecimal() > 0);
        Assert.Equal("2025-01-01T00:00:00+01:00", rows[0].GetProperty("period").GetProperty("start").GetString());
        Assert.Contains("orders", answer.GetProperty("explanation").GetProperty("statements")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_answered_says_everything_that_is_wrong()
    {
        using var client = site.Client("sv");
        var response = await client.PostAsJsonAsync("/api/v1/query", new { metrics = new[] { "revenu" }, range = "lst year" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var issues = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("issues").EnumerateArray().ToArray();
        Assert.Equal(["query.unknown-metric", "calendar.range-unknown"], issues.Select(issue => issue.GetProperty("code").GetString()));
        Assert.Contains("revenue", issues[0].GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden, "web.other-site")]
    [InlineData("same-site", HttpStatusCode.Forbidden, "web.other-site")]
    [InlineData("same-origin", HttpStatusCode.NotFound, "load.unknown-dataset")]
    [InlineData(null, HttpStatusCode.NotFound, "load.unknown-dataset")]
    public async Task Pages_of_other_sites_change_nothing(string? from, HttpStatusCode status, string code)
    {
        using var client = site.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/API/v1/datasets/none/loads/1/undo");
        if (from is not null)
            request.Headers.Add("Sec-Fetch-Site", from);
        using var response = await client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("issues")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_field_that_does_not_exist_is_refused()
    {
        using var client = site.Client();
        var response = await client.PostAsJsonAsync("/api/v1/query", new { metrics = new[] { "revenue" }, grains = "month" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_metric_is_not_found_and_the_nearest_is_named()
    {
        using var client = site.Client();
        var response = await client.GetAsync("/api/v1/metrics/revenu");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Did you mean ‘revenue’?", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tree_holds_what_formulas_and_people_say()
    {
        using var client = site.Client();
        var edges = (await client.GetFromJsonAsync<JsonElement>("/api/v1/tree")).GetProperty("edges").EnumerateArray().Select(edge => edge.ToString()).ToArray();
        Assert.Contains("""{"from":"revenue","to":"gross_margin","kind":"formula"}""", edges);
        Assert.Contains("""{"from":"discount_rate","to":"gross_margin","kind":"drives"}""", edges);
    }

    [Fact]
    public async Task The_tree_of_a_metric_reaches_what_is_far_away()
    {
        using var client = site.Client("sv");
        var tree = await client.GetFromJsonAsync<JsonElement>("/api/v1/metrics/gross_profit/tree");
        Assert.Equal("Bruttovinst", tree.GetProperty("label").GetString());
        Assert.Equal(["gross_margin"], tree.GetProperty("drives").EnumerateArray().Select(edge => edge.GetProperty("to").GetString()));
        Assert.Contains("on_time_delivery", tree.GetProperty("driven_by").EnumerateArray().Select(edge => edge.GetProperty("from").GetString()));
        Assert.Contains("Leverans i tid", tree.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("label").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/metrics/gross_profi/tree")).StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_address()
    {
        using var client = site.Client();
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.Equal(
            [
                "/api/v1/connections", "/api/v1/datasets/{name}/health", "/api/v1/datasets/{name}/loads", "/api/v1/datasets/{name}/loads/{id}/undo", "/api/v1/datasets/{name}/rows",
                "/api/v1/datasets/{name}/runs", "/api/v1/datasets/{name}/sync",
                "/api/v1/entries", "/api/v1/entries/calendar.ics", "/api/v1/forms", "/api/v1/forms/{name}/cells", "/api/v1/forms/{name}/cells/history", "/api/v1/forms/{name}/grid",
                "/api/v1/forms/{name}/periods/{period}/approve", "/api/v1/forms/{name}/periods/{period}/return", "/api/v1/forms/{name}/periods/{period}/submit",
                "/api/v1/metrics", "/api/v1/metrics/{name}", "/api/v1/metrics/{name}/history", "/api/v1/metrics/{name}/tree", "/api/v1/query", "/api/v1/tree", "/api/v1/write",
            ],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Contains("revenue", document.GetProperty("paths").GetProperty("/api/v1/query").GetProperty("post").GetProperty("requestBody").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "period;revenue;revenue.compared;revenue.change;filled")]
    [InlineData("en", "period,revenue,revenue.compared,revenue.change,filled")]
    public async Task Values_are_written_as_the_readers_spreadsheet_opens_them(string language, string head)
    {
        using var client = site.Client(language);
        var lines = (await client.GetStringAsync("/metrics/revenue/values.csv?grain=year")).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal(head, lines[0]);
        Assert.StartsWith("2024-01-01", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_rows_behind_a_value_are_exported()
    {
        using var client = site.Client();
        var page = await client.GetStringAsync("/metrics/order_count/rows?range=2025-11");
        var lines = (await client.GetStringAsync("/metrics/order_count/rows.csv?range=2025-11")).TrimEnd().Split("\r\n");
        Assert.Contains($"of {lines.Length - 1:N0}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/not-there")]
    [InlineData("/api/v1/metrics")]
    [InlineData("/build/style.css")]
    public async Task Nothing_inline_is_allowed_anywhere(string address)
    {
        using var client = site.Client();
        var policy = (await client.GetAsync(address)).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_in_the_readers_language()
    {
        using var client = site.Client("sv");
        var response = await client.GetAsync("/metrics/nothing");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Sidan finns inte", WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_and_styles_are_compressed()
    {
        using var client = site.Client();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        foreach (var address in new[] { "/build/style.css", "/build/kelvin.js", "/_framework/blazor.web.js", "/" })
            Assert.NotEmpty((await client.GetAsync(address)).Content.Headers.ContentEncoding);
    }
}
