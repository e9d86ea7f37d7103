using System.Text.Json;
using Microsoft.Playwright;
using Product.Tests.Site;
using Tests;
using static Microsoft.Playwright.Assertions;

namespace Product.Tests.Pages;

/// <summary>Real files of a company that nobody has prepared: dropped, loaded as they are suggested, and followed.</summary>
public sealed class OlistImportTests(Browser browser)
{
    [Fact]
    public async Task Files_of_a_shop_become_on_time_delivery_on_a_page_without_a_manual()
    {
        var data = SharedData.Folder("olist_orders");
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await page.ChooseAsync([.. Directory.EnumerateFiles(data, "*.csv").Order(StringComparer.Ordinal)
            .Select(file => new FilePayload { Name = Path.GetFileName(file), MimeType = "text/csv", Buffer = File.ReadAllBytes(file) })]);
        await Expect(page.Locator(".pack", new() { HasText = "Logistics" })).ToBeVisibleAsync();
        await page.LoadAsync();
        Assert.Equal((8_135, 8_135, 8_365), (await site.RowsOfAsync("orders"), await site.RowsOfAsync("customers"), await site.RowsOfAsync("olist_order_items_dataset")));
        Assert.Contains("# A company that has only just begun.", await File.ReadAllTextAsync(Path.Combine(site.Folder, "kelvin.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "On-time delivery" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "On-time delivery" })).ToBeVisibleAsync();

        // The outside value counts orders whose status is delivered.
        await page.GotoAsync("/metrics/on_time_delivery?grain=year&range=all&by=status&where=" + Uri.EscapeDataString("status = 'delivered'"));
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "delivered" })).ToContainTextAsync("93.4%");
        Assert.Equal(SharedData.Entries("olist_orders")["on_time_rate_by_date"].GetDouble(), await AskedAsync(site), 8);
        Assert.Empty(window.Complaints);
    }

    private static async Task<double> AskedAsync(WorkspaceSite site)
    {
        var question = new { metrics = new[] { "on_time_delivery" }, range = "all", where = "status = 'delivered'" };
        using var answer = await site.Client.PostAsJsonAsync("/api/v1/query", question, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("rows")[0].GetProperty("on_time_delivery").GetDouble();
    }
}
