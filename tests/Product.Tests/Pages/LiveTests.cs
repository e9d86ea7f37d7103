using System.Globalization;
using Product.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Product.Tests.Pages;

public sealed class LiveTests(Browser browser)
{
    private const string Definitions = """
        dataset: orders
        label: Orders
        key: order_id
        time: ordered_at
        columns:
          order_id: text
          ordered_at: timestamp
          amount: money SEK
        ---
        dataset: visits
        label: Visits
        time: seen_at
        columns: { seen_at: timestamp, page: text }
        ---
        metric: revenue
        label: Revenue
        formula: sum(orders.amount)
        grain: month
        ---
        metric: visit_count
        label: Visit count
        formula: count(visits)
        grain: month
        """;

    [Fact]
    public async Task Pushed_rows_change_the_open_list_and_only_the_cards_that_show_them()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await site.PushAsync("orders", FirstOrders);
        await site.PushAsync("visits", $$"""{ "seen_at": "{{LastMonth}}", "page": "/" }""");
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.GotoAsync("/");
        var (revenue, visits) = (window.Page.Locator("#card-revenue"), window.Page.Locator("#card-visit_count"));
        await Expect(revenue.Locator(".card-value")).ToContainTextAsync("100");
        // Marks put by hand: what the page puts in place anew has lost them.
        await window.Page.EvaluateAsync("document.querySelectorAll('.card h3').forEach(head => head.dataset.marked = '1')");

        await site.PushAsync("orders", Order("A-2", 23));
        await Expect(revenue.Locator(".card-value")).ToContainTextAsync("123");
        await Expect(visits.Locator("h3")).ToHaveAttributeAsync("data-marked", "1");
        await Expect(revenue.Locator("h3[data-marked]")).ToHaveCountAsync(0);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task An_open_metric_follows_and_what_a_person_has_opened_stays_open()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await site.PushAsync("orders", FirstOrders);
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await page.GotoAsync("/metrics/revenue");
        await page.GetByText("SQL that ran").ClickAsync();
        await page.Locator(".chart-table summary").ClickAsync();
        await Expect(page.Locator("kelvin-chart canvas")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelector('kelvin-chart').marked = true");

        await site.PushAsync("orders", Order("A-2", 23));
        await Expect(page.GetByTestId("value")).ToContainTextAsync("123");
        await Expect(page.Locator("#live-history")).ToContainTextAsync("123");
        Assert.Contains("123", await page.Locator("kelvin-chart script").TextContentAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('kelvin-chart').marked"));
        await Expect(page.Locator("details[open]")).ToHaveCountAsync(2);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_first_rows_fill_a_page_that_was_empty()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.GotoAsync("/metrics/revenue");
        await Expect(window.Page.GetByTestId("value")).ToHaveCountAsync(0);
        await site.PushAsync("orders", FirstOrders);
        await Expect(window.Page.GetByTestId("value")).ToContainTextAsync("100");
    }

    private static string LastMonth => TimeProvider.System.GetUtcNow().AddMonths(-1).ToString("yyyy-MM-15'T'12:00:00'Z'", CultureInfo.InvariantCulture);

    /// <summary>One of last month, and one of today that makes last month a finished one.</summary>
    private static string FirstOrders => Order("A-1", 100) + "\n" + $$"""{ "order_id": "A-0", "ordered_at": "{{TimeProvider.System.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}}", "amount": 0 }""";

    private static string Order(string id, int amount) => $$"""{ "order_id": "{{id}}", "ordered_at": "{{LastMonth}}", "amount": {{amount}} }""";
}
