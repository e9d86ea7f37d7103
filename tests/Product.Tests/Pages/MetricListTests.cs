using Product.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Product.Tests.Pages;

public sealed class MetricListTests(SampleSite site, Browser browser)
{
    [Fact]
    public async Task Every_metric_has_a_card_with_its_value_and_period()
    {
        await using var window = await browser.OpenAsync(site, "sv-SE");
        await window.Page.GotoAsync("/");
        await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nyckeltal");
        var card = window.Page.Locator(".card", new() { Has = window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Omsättning", Exact = true }) });
        await Expect(card).ToContainTextAsync("mkr");
        await Expect(card).ToContainTextAsync("februari 2026");
        await Expect(card).ToContainTextAsync("mot samma månad i fjol");
        await Expect(card).ToContainTextAsync("Data till och med 16 mars 2026");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Typing_in_the_search_narrows_the_list()
    {
        await using var window = await browser.OpenAsync(site);
        await window.Page.GotoAsync("/");
        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("delivery");
        await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "On-time delivery" })).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Revenue", Exact = true })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_server_finds_the_same_without_script()
    {
        using var client = site.Client();
        var page = await client.GetStringAsync("/?q=delivery");
        Assert.Contains("On-time delivery", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Revenue</a>", page, StringComparison.Ordinal);
    }
}
