using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Product.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Product.Tests.Pages;

public sealed partial class MetricPageTests(SampleSite site, Browser browser)
{
    [Fact]
    public async Task A_metric_shows_its_number_chart_definition_and_explanation()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/on_time_delivery");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("On-time delivery");
        await Expect(page.GetByTestId("value")).ToHaveTextAsync(Percent());
        await Expect(page.Locator("kelvin-chart canvas")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Formula" }).First).ToContainTextAsync("share(orders where delivered_at is known");
        await page.GetByText("SQL that ran").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "SQL" }).First).ToContainTextAsync("orders");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_first_view_is_a_year_of_months_against_the_year_before()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/revenue");
        await Expect(page.Locator(".headline-period")).ToContainTextAsync("February 2026");
        await Expect(page.Locator(".chart-table tbody tr")).ToHaveCountAsync(12);
        await Expect(page.Locator(".breakdown-note")).ToContainTextAsync("March 2025 – February 2026");
        await Expect(page.Locator("#breakdown tbody .badge").First).ToContainTextAsync("%");
        await Expect(page.GetByLabel("Filter")).ToHaveAttributeAsync("placeholder", "for example orders.channel = 'web'");
    }

    [Fact]
    public async Task Lengths_of_time_under_each_other_have_one_unit()
    {
        await using var window = await browser.OpenAsync(site);
        await window.Page.GotoAsync("/metrics/order_fulfilment_time/rows?range=2026-01");
        var heads = await window.Page.Locator("thead th").AllInnerTextsAsync();
        var cells = await window.Page.Locator($"tbody tr > :nth-child({heads.ToList().IndexOf("Fulfilment time") + 1})").AllInnerTextsAsync();
        Assert.Equal(100, cells.Count);
        Assert.Single(cells.Select(cell => cell.Split('\u00A0')[^1].TrimEnd('s')).Distinct());
    }

    [Fact]
    public async Task Choosing_a_period_is_kept_in_the_address()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/revenue");
        await page.GetByLabel("Per", new() { Exact = true }).SelectOptionAsync("quarter");
        await page.WaitForURLAsync("**grain=quarter**");
        await Expect(page.Locator(".headline-period")).ToContainTextAsync("Q4 2025");
        await Expect(page.Locator("kelvin-chart canvas")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_chart_follows_to_another_metric()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/gross_margin");
        await Expect(page.Locator("kelvin-chart canvas")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Formula" }).First.GetByRole(AriaRole.Link, new() { Name = "revenue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Revenue");
        await Expect(page.Locator("kelvin-chart canvas")).ToHaveCountAsync(1);
        await page.Locator("kelvin-chart").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator("kelvin-chart .spoken")).ToContainTextAsync("March 2025");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_value_leads_to_the_rows_behind_it()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/on_time_delivery?by=orders.channel");
        await page.GetByTitle("Show the rows behind this value").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The rows behind On-time delivery");
        await Expect(page.Locator(".pager")).ToContainTextAsync("Rows 1–100 of");
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_says_what_is_wrong()
    {
        await using var window = await browser.OpenAsync(site, "sv-SE");
        await window.Page.GotoAsync("/metrics/on_time_delivery?where=chanel%20%3D%20%27web%27");
        await Expect(window.Page.Locator(".issue")).ToContainTextAsync("chanel");
        await Expect(window.Page.Locator(".issue")).ToContainTextAsync("channel");
        await Expect(window.Page.GetByLabel("Filter")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Language_and_look_can_be_switched_and_are_kept()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/revenue");
        await page.GetByRole(AriaRole.Link, new() { Name = "SV Svenska" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Omsättning");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mörkt" }).ClickAsync();
        await page.GotoAsync("/");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task A_month_that_has_not_begun_has_no_value_yet()
    {
        await using var window = await browser.OpenAsync(site);
        await window.Page.GotoAsync("/metrics/revenue?range=2026");
        await window.Page.GetByText("Show as a table").ClickAsync();
        var row = window.Page.Locator(".chart-table tr", new() { HasText = "December 2026" });
        await Expect(row.Locator("td").First).ToHaveTextAsync("–");
    }

    [Fact]
    public async Task The_chart_is_saved_as_a_picture()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/revenue");
        await Expect(page.Locator("kelvin-chart canvas")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickAsync());
        Assert.Equal("revenue.png", download.SuggestedFilename);
        var picture = await File.ReadAllBytesAsync((await download.PathAsync())!);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.InRange(picture.Length, 10_000, 1_000_000);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Parts_that_are_not_shown_are_summed_and_the_table_adds_up()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/revenue?by=order_lines.product_id.name");
        var table = page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex("^By ") }).Locator("table");
        await Expect(table.Locator("tbody tr")).ToHaveCountAsync(11);
        await Expect(table.Locator("tbody tr").Last).ToContainTextAsync("Other");
        await Expect(table.Locator("tfoot")).ToContainTextAsync("Total");
        await Expect(table.Locator("tfoot")).ToContainTextAsync("100.0%");
    }

    [Fact]
    public async Task Clicking_a_head_orders_the_table_and_keeps_it_in_the_address()
    {
        await using var window = await browser.OpenAsync(site);
        var page = window.Page;
        await page.GotoAsync("/metrics/revenue?by=orders.channel");
        await page.GetByRole(AriaRole.Columnheader).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("channel", RegexOptions.IgnoreCase) }).ClickAsync();
        await page.WaitForURLAsync("**sort=part**");
        await Expect(page.Locator("th[aria-sort=ascending]")).ToHaveCountAsync(1);
        var parts = await page.Locator("#breakdown tbody th").AllInnerTextsAsync();
        Assert.Equal(parts.Order(StringComparer.Ordinal), parts);
    }

    [Fact]
    public async Task A_change_against_a_time_before_the_data_is_not_given_as_a_number()
    {
        await using var window = await browser.OpenAsync(site);
        await window.Page.GotoAsync("/metrics/revenue?by=orders.channel&range=all");
        await Expect(window.Page.Locator("#breakdown thead .badge")).ToHaveTextAsync("compared with an incomplete period");
        await Expect(window.Page.Locator("#breakdown tbody .badge")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator(".breakdown-note")).ToContainTextAsync("begins before the first data");
    }

    [Fact]
    public async Task The_first_load_is_small()
    {
        await using var window = await browser.OpenAsync(site);
        var responses = new List<IResponse>();
        // The stream of changes has no size: it ends with the page.
        window.Page.Response += (_, response) =>
        {
            if (!response.Url.EndsWith("/live", StringComparison.Ordinal))
                responses.Add(response);
        };
        await window.OpenAsync("/metrics/revenue");
        var sizes = await Task.WhenAll(responses.Select(async response => (await response.Request.SizesAsync()).ResponseBodySize));
        Assert.Contains(responses, response => response.Url.Contains("/chart.", StringComparison.Ordinal));
        Assert.InRange(sizes.Sum(), 100_000, 500_000);
    }

    [GeneratedRegex(@"^\d{2}\.\d%$")]
    private static partial Regex Percent();
}
