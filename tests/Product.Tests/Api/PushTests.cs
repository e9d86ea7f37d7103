using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kelvin.Collection.Pushing;
using Product.Tests.Site;

namespace Product.Tests.Api;

public sealed class PushTests
{
    private const string Orders = """
        dataset: orders
        label: Orders
        key: order_id
        time: ordered_at
        columns:
          order_id: text
          ordered_at: timestamp
          amount: money SEK
        ---
        metric: revenue
        label: Revenue
        formula: sum(orders.amount)
        """;

    private const string Rows = """
        { "order_id": "A-1", "ordered_at": "2026-03-02T08:15:00+01:00", "amount": "100.50" }
        { "order_id": "A-2", "ordered_at": "2026-03-03T08:15:00+01:00", "amount": "tolv" }
        { "order_id": "A-3", "ordered_at": "2026-03-03T08:15:00+01:00", "amount": 10 }
        """;

    [Fact]
    public async Task Rows_that_are_taken_count_at_once_and_the_others_say_why()
    {
        await using var site = await SmallSite.StartAsync(Orders);
        var (status, pushed) = await PushAsync(site, Rows);
        Assert.Equal((HttpStatusCode.OK, 2), (status, pushed.GetProperty("added").GetInt32()));
        var refused = Assert.Single(pushed.GetProperty("refused").EnumerateArray());
        Assert.Equal(1, refused.GetProperty("row").GetInt32());
        Assert.Equal("amount is a number, and tolv is not one.", refused.GetProperty("reason").GetProperty("message").GetString());

        var answer = await (await site.Client.PostAsJsonAsync("/api/v1/query", new { metrics = new[] { "revenue" } })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(110.5m, answer.GetProperty("rows")[0].GetProperty("revenue").GetDecimal());
    }

    [Fact]
    public async Task The_same_request_again_is_taken_once()
    {
        await using var site = await SmallSite.StartAsync(Orders);
        var (_, first) = await PushAsync(site, Rows, key: "monday");
        var (_, again) = await PushAsync(site, Rows, key: "monday");
        Assert.False(first.GetProperty("is_repeated").GetBoolean());
        Assert.True(again.GetProperty("is_repeated").GetBoolean());
        Assert.Equal(first.GetProperty("load").GetInt64(), again.GetProperty("load").GetInt64());
        Assert.Equal(2, (await site.Warehouse.StatesAsync(CancellationToken.None))["orders"].Rows);
    }

    [Theory]
    [InlineData("/api/v1/datasets/order/rows", HttpStatusCode.NotFound, "Did you mean ‘orders’?")]
    [InlineData("/api/v1/datasets/orders/rows?mode=replace", HttpStatusCode.UnprocessableEntity, "Write append, upsert or remove.")]
    [InlineData("/api/v1/datasets/orders/rows?all_or_nothing=true", HttpStatusCode.UnprocessableEntity, "let the other rows be taken")]
    public async Task What_cannot_be_taken_says_what_could(string address, HttpStatusCode status, string hint)
    {
        await using var site = await SmallSite.StartAsync(Orders);
        var (answered, problem) = await PushAsync(site, Rows, address);
        Assert.Equal(status, answered);
        Assert.Contains(hint, problem.GetProperty("issues")[0].GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_too_long_is_refused_without_reading_it_all()
    {
        await using var site = await SmallSite.StartAsync(Orders, PushLimits.Default with { BytesARequest = 1_000_000 });
        var (status, _) = await PushAsync(site, new string(' ', 3_000_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Other_forms_of_text_are_not_taken()
    {
        await using var site = await SmallSite.StartAsync(Orders);
        using var content = new StringContent(Rows, Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await site.Client.PostAsync("/api/v1/datasets/orders/rows", content)).StatusCode);
    }

    [Fact]
    public async Task Comma_separated_rows_are_taken_too_and_one_key_names_one_content()
    {
        await using var site = await SmallSite.StartAsync(Orders);
        var (status, pushed) = await PushAsync(site, "order_id,ordered_at,amount\nC-1,2026-03-02T08:15:00Z,2.50\nC-2,yesterday,1\n", key: "csv", type: "text/csv; charset=utf-8");
        Assert.Equal((HttpStatusCode.OK, 1, 1), (status, pushed.GetProperty("added").GetInt32(), pushed.GetProperty("refused")[0].GetProperty("row").GetInt32()));
        var (other, problem) = await PushAsync(site, "order_id,ordered_at,amount\nC-3,2026-03-02T08:15:00Z,2.50\n", key: "csv", type: "text/csv");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "rows.key-of-another"), (other, problem.GetProperty("issues")[0].GetProperty("code").GetString()));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PushAsync(
        SmallSite site, string rows, string address = "/api/v1/datasets/orders/rows", string? key = null, string type = "application/x-ndjson")
    {
        using var content = new StringContent(rows, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await site.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
