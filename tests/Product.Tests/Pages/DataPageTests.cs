using System.Globalization;
using Microsoft.Playwright;
using Product.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Product.Tests.Pages;

public sealed class DataPageTests(SampleSite sample, Browser browser)
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
        """;

    [Fact]
    public async Task The_data_section_lists_datasets_and_leads_to_their_pages()
    {
        await using var window = await browser.OpenAsync(sample, "sv-SE");
        await window.Page.GotoAsync("/");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Data", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Ordrar", Exact = true }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ordrar");
        await Expect(window.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Lovad dag" })).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Leverans i tid", Exact = true })).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_load_is_undone_with_a_reason_and_the_undoing_is_listed()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await site.PushAsync("orders", """{ "order_id": "A-1", "ordered_at": "2026-03-02T08:00:00Z", "amount": 100 }""");
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await page.GotoAsync("/data/datasets/orders");
        await page.Locator("summary", new() { HasText = "Undo" }).ClickAsync();
        await page.GetByLabel("Why (optional)").FillAsync("sent by mistake");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo load 1" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "sent by mistake" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "undoes load 1" })).ToBeVisibleAsync();
        Assert.Equal(0, (await site.Warehouse.StatesAsync(TestContext.Current.CancellationToken))["orders"].Rows);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Forms_without_their_token_are_refused()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await site.PushAsync("orders", string.Create(CultureInfo.InvariantCulture, $$"""{ "order_id": "A-1", "ordered_at": "2026-03-02T08:00:00Z", "amount": {{100}} }"""));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("reason", "")]);
        using var answer = await site.Client.PostAsync("/data/datasets/orders/loads/1/undo", form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await site.Warehouse.StatesAsync(TestContext.Current.CancellationToken))["orders"].Rows);
    }
}
