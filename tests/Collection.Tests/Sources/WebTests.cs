using System.Globalization;
using System.Text;
using Kelvin.Collection.Sources.Runs;
using Microsoft.AspNetCore.Http;

namespace Collection.Tests.Sources;

public sealed class WebTests
{
    private const string Columns = "\nkey: id\ncolumns: { id: integer, name: text?, amount: number with 2 decimals?, moment: timestamp? }";

    [Theory]
    [InlineData("application/json", """[{"id":1,"name":"one","amount":1.5,"moment":"2026-03-02T08:15:00+01:00"},{"id":2}]""", "")]
    [InlineData("application/x-ndjson", """
        {"id":1,"name":"one","amount":"1.50","moment":"2026-03-02T07:15:00Z"}
        {"id":2,"name":null}

        """, "")]
    [InlineData("application/json", """{"data":{"orders":[{"id":1,"name":"one","amount":1.50,"moment":"2026-03-02 08:15"},{"id":2}]},"more":false}""", "items: data.orders")]
    [InlineData("text/csv", "id;name;amount;moment\n1;one;1,5;2026-03-02 08:15\n2;;;\n", "separator: ';', decimal: ','")]
    public async Task Json_and_csv_are_read(string type, string body, string more)
    {
        await using var service = await TestService.OpenAsync(context => WriteAsync(context, body, type));
        await using var workspace = await OpenAsync(service, "path: /orders", more);
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal((2, 0), (run.Added, run.Rejected));
        Assert.Equal("1one1.502026-03-02 07:15:00 | 2---", await workspace.RowsAsync("orders", "id || coalesce(name, '-') || coalesce(amount::varchar, '-') || coalesce(moment::varchar, '-')"));
        // What has not changed makes no version.
        Assert.Equal(0, (await workspace.SyncWellAsync("orders")).Added);
        Assert.Single(await workspace.LoadsAsync("orders"));
    }

    [Theory]
    [InlineData("pages: { by: number, first: 0 }", "?page=0", "?page=1", "?page=2", "?page=3")]
    [InlineData("pages: { by: offset, parameter: skip }", "", "?skip=2", "?skip=4", "?skip=5")]
    [InlineData("pages: { by: token, parameter: after, field: meta.next }, items: rows", "", "?after=2", "?after=4")]
    [InlineData("pages: { by: link }", "", "?from=2", "?from=4")]
    public async Task Pages_are_followed_to_the_last(string pages, params string[] asked)
    {
        await using var service = await TestService.OpenAsync(context =>
        {
            var query = context.Request.Query;
            var from = query.TryGetValue("page", out var page) ? 2 * int.Parse(page!, CultureInfo.InvariantCulture)
                : int.Parse(query["skip"].Concat(query["after"]).Concat(query["from"]).FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
            var rows = string.Join(",", Enumerable.Range(from, Math.Max(0, Math.Min(2, 5 - from))).Select(id => $$"""{"id":{{id}}}"""));
            if (from + 2 < 5)
                context.Response.Headers.Link = $"<http://{context.Request.Host}/first>; rel=\"first\", </orders?from={from + 2}>; rel=\"next\"";
            return WriteAsync(context, pages.Contains("rows", StringComparison.Ordinal) ? $$"""{"rows":[{{rows}}],"meta":{"next":{{(from + 2 < 5 ? from + 2 : "null")}} } }""" : $"[{rows}]");
        });
        await using var workspace = await OpenAsync(service, "path: /orders", pages);
        await workspace.SyncWellAsync("orders");
        Assert.Equal("0 | 1 | 2 | 3 | 4", await workspace.RowsAsync("orders", "id"));
        Assert.Equal(asked.Select(query => "/orders" + query), service.Asked);
    }

    [Fact]
    public async Task A_parameter_whose_name_ends_alike_is_another()
    {
        await using var service = await TestService.OpenAsync(context => WriteAsync(context, context.Request.Query["page"] == "1" ? """[{"id":1}]""" : "[]"));
        await using var workspace = await OpenAsync(service, "path: /orders?per_page=100", "pages: { by: number }");
        await workspace.SyncWellAsync("orders");
        Assert.Equal(["/orders?per_page=100&page=1", "/orders?per_page=100&page=2"], service.Asked);
    }

    [Fact]
    public async Task Pages_that_begin_again_are_an_issue_and_nothing_of_them_is_kept()
    {
        await using var service = await TestService.OpenAsync(context =>
        {
            context.Response.Headers.Link = "</orders>; rel=next";
            return WriteAsync(context, """[{"id":1}]""");
        });
        await using var workspace = await OpenAsync(service, "path: /orders", "pages: { by: link }");
        await workspace.SyncBadlyAsync("orders", "sync.pages-endless");
        Assert.Empty(await workspace.LoadsAsync("orders"));
    }

    [Theory]
    [InlineData("bearer: { secret: key }", "Authorization", "Bearer s3cret/&=")]
    [InlineData("user: me\npassword: { secret: key }", "Authorization", "Basic bWU6czNjcmV0LyY9")]
    [InlineData("header: X-Api-Key\nkey: { secret: key }", "X-Api-Key", "s3cret/&=")]
    [InlineData("query_key: api_key\nkey: { secret: key }", null, "s3cret/&=")]
    public async Task Each_way_to_say_who_asks_is_known_to_the_service_and_to_nobody_it_redirects_to(string written, string? header, string value)
    {
        var seen = new List<string>();
        await using var other = await TestService.OpenAsync(context =>
        {
            seen.Add($"{context.Request.Headers.Authorization}{context.Request.Headers["X-Api-Key"]}{context.Request.QueryString}");
            return WriteAsync(context, """[{"id":1}]""");
        });
        await using var service = await TestService.OpenAsync(context =>
        {
            var told = header is null ? context.Request.Query["api_key"] : context.Request.Headers[header];
            context.Response.StatusCode = told == value ? 302 : 401;
            context.Response.Headers.Location = other.Address + "/elsewhere";
            return Task.CompletedTask;
        });
        await using var workspace = await OpenAsync(service, "path: /orders", "", written);
        await workspace.Secrets.SetAsync("key", "wrong", CancellationToken.None);
        var refused = await workspace.SyncBadlyAsync("orders", "sync.not-let-in");
        Assert.DoesNotContain("wrong", refused.ToString(), StringComparison.Ordinal);
        await workspace.Secrets.SetAsync("key", "s3cret/&=", CancellationToken.None);
        await workspace.SyncWellAsync("orders");
        Assert.Equal([""], seen);
    }

    [Theory]
    [InlineData(500, 3)]
    [InlineData(429, 3)]
    [InlineData(400, 1)]
    [InlineData(404, 1)]
    public async Task What_may_pass_is_tried_again_and_what_may_not_is_not(int status, int attempts)
    {
        await using var service = await TestService.OpenAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var workspace = await OpenAsync(service, "path: /orders", "");
        workspace.Settings = workspace.Settings with { Retries = 2, FirstPause = TimeSpan.Zero };
        var run = await workspace.SyncAsync("orders");
        Assert.Equal((SyncOutcome.Failed, attempts), (run.Outcome, run.Attempts));
        Assert.Equal(attempts, service.Asked.Count);
    }

    [Fact]
    public async Task A_source_that_comes_back_is_fetched_by_the_next_try()
    {
        var times = 0;
        await using var service = await TestService.OpenAsync(context =>
        {
            context.Response.StatusCode = ++times < 3 ? 503 : 200;
            return times < 3 ? Task.CompletedTask : WriteAsync(context, """[{"id":1}]""");
        });
        await using var workspace = await OpenAsync(service, "path: /orders", "");
        workspace.Settings = workspace.Settings with { Retries = 4, FirstPause = TimeSpan.Zero };
        Assert.Equal(3, (await workspace.SyncWellAsync("orders")).Attempts);
    }

    [Theory]
    [InlineData("application/json", """[{"id":1},{"id":2}""", 1000, "sync.out-of-reach")]
    [InlineData("text/csv", "id\n1\n2\n", 1000, "sync.out-of-reach")]
    [InlineData("application/json", """[{"id":1},{"id":2}""", null, "sync.not-json")]
    [InlineData("application/json", """{"rows":[{"id":1}]}""", null, "sync.no-rows-there")]
    [InlineData("application/json", """[1, 2]""", null, "sync.no-rows-there")]
    [InlineData("application/json", """[{"it":1}]""", null, "sync.column-gone")]
    [InlineData("application/json", """[{"id":"x"},{"id":1.5}]""", null, "sync.all-rejected")]
    public async Task An_answer_that_breaks_off_or_is_something_else_leaves_the_rows_as_they_were(string type, string body, int? promised, string code)
    {
        var isWell = true;
        await using var service = await TestService.OpenAsync(async context =>
        {
            if (isWell)
            {
                await WriteAsync(context, """[{"id":7}]""");
                return;
            }
            context.Response.ContentType = type;
            context.Response.ContentLength = promised;
            await context.Response.WriteAsync(body);
            await context.Response.Body.FlushAsync();
            if (promised is not null)
                context.Abort();
        });
        await using var workspace = await OpenAsync(service, "path: /orders", "");
        await workspace.SyncWellAsync("orders");
        isWell = false;
        await workspace.SyncBadlyAsync("orders", code);
        Assert.Equal("7", await workspace.RowsAsync("orders", "id"));
        Assert.Single(await workspace.LoadsAsync("orders"));
    }

    private static async Task<FedWorkspace> OpenAsync(TestService service, string path, string more, string authentication = "") => await FedWorkspace.OpenAsync(
        $"connection: api\nkind: http\naddress: {service.Address}\n{authentication}\n---\ndataset: orders\nsource: {{ connection: api, {path}{(more.Length > 0 ? ", " + more : "")} }}{Columns}");

    private static Task WriteAsync(HttpContext context, string body, string type = "application/json")
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, Encoding.UTF8);
    }
}
