using System.Text.Json;
using Microsoft.Playwright;
using Product.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Product.Tests.Pages;

/// <summary>What a dataset's checks found is said wherever its values are shown, and follows while the page is open.</summary>
public sealed class TrustTests(Browser browser)
{
    private const string Definitions = """
        dataset: orders
        label: Orders
        key: order_id
        time: ordered_on
        columns: { order_id: text, ordered_on: date, amount: money SEK }
        expects:
          checks:
            - { name: small, holds: amount <= 100, label: Small orders }
            - { name: positive, holds: amount >= 0, otherwise: block, label: No negative orders }
        ---
        metric: revenue
        label: Revenue
        formula: sum(orders.amount)
        grain: year
        """;

    [Fact]
    public async Task A_badge_tells_in_words_what_speaks_against_a_value_and_comes_while_the_page_is_open()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await site.PushAsync("orders", Order("a", 50));
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await page.GotoAsync("/metrics/revenue");
        await Expect(page.GetByTestId("value")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("trust")).ToHaveCountAsync(0);

        await site.PushAsync("orders", Order("b", 500));
        await Expect(page.GetByTestId("trust")).ToContainTextAsync("check fails");
        await page.GetByTestId("trust").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator("#trust-revenue")).ToContainTextAsync("‘Small orders’ does not hold for 1 row of 2, such as b.");
        await page.GotoAsync("/");
        await Expect(page.Locator("#card-revenue").GetByTestId("trust")).ToContainTextAsync("check fails");
        await page.GotoAsync("/data/datasets/orders");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "What is expected" }).Or(page.GetByRole(AriaRole.Group, new() { Name = "What is expected" })).First).ToContainTextAsync("Small orders");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_API_tells_how_a_dataset_is_and_refuses_what_a_check_refuses()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await site.PushAsync("orders", Order("a", 500));
        using var refused = await site.Client.PostAsync("/api/v1/datasets/orders/rows", new StringContent(Order("b", -1), System.Text.Encoding.UTF8, "application/x-ndjson"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("trust.load-refused-examples", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var health = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/datasets/orders/health");
        Assert.Equal("failing", health.GetProperty("trust").GetProperty("level").GetString());
        Assert.Equal(2, health.GetProperty("trust").GetProperty("reasons").GetArrayLength());
        Assert.Equal(["failed", "passed"], health.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("outcome").GetString()));
        var answer = await (await site.Client.PostAsJsonAsync("/api/v1/query", new { metrics = new[] { "revenue" } })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("failing", answer.GetProperty("trust")[0].GetProperty("level").GetString());
        using var unknown = await site.Client.GetAsync("/api/v1/datasets/ordres/health");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static string Order(string id, int amount) => $$"""{ "order_id": "{{id}}", "ordered_on": "2025-01-15", "amount": {{amount}} }""";
}
