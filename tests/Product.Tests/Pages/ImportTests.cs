using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using MiniExcelLibs;
using Product.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Product.Tests.Pages;

public sealed class ImportTests(Browser browser)
{
    private const string Sales = "sale_id,sold_on,amount\n1,2026-03-04,10.50\n2,2026-04-05,7.25\n3,2026-04-06,1.00\n";

    /// <summary>The pages on which files are imported, each as it stands while a file waits or has been loaded.</summary>
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_the_way_through_the_wizard(ColorScheme look)
    {
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address, look: look);
        var page = window.Page;
        await page.GotoAsync("/data/import");
        await AccessibilityTests.IsCleanAsync(page);
        await page.ChooseAsync(("sales.csv", "sale_id,sold_on,amount\n1,03/04/2026,10.50\n2,05/06/2026,7.25\n"), ("orders.csv", "order_id,status,ordered_at,amount\nA,open,2026-03-04 10:00,x\nB,open,2026-03-05 10:00,2\n"));
        await AccessibilityTests.IsCleanAsync(page);
        await page.ReviewAsync("sales.csv");
        await AccessibilityTests.IsCleanAsync(page);
        await page.GotoAsync(new Uri(page.Url).AbsolutePath[..^1] + "2");
        await AccessibilityTests.IsCleanAsync(page);
        await page.LoadAsync();
        await AccessibilityTests.IsCleanAsync(page);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Decimal_commas_and_semicolons_are_understood_without_a_question()
    {
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.ChooseAsync(("Försäljning mars.csv", "Ordernr;Datum;Belopp (kr)\nA1;2026-03-04;1 234,50\nA2;2026-03-05;7,25\n"));
        await Expect(window.Page.Locator("#upload-files")).ToContainTextAsync("decimal comma");
        await window.Page.LoadAsync();
        await Expect(window.Page.Locator("#upload-files")).ToContainTextAsync("2 rows in place");
        Assert.Equal(2, await site.RowsOfAsync("forsaljning_mars"));
        Assert.Contains("money SEK", await File.ReadAllTextAsync(Path.Combine(site.Folder, "forsaljning_mars.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("The day first, then the month", "3 April 2026", "3 April 2026 – 5 June 2026")]
    [InlineData("The month first, then the day", "4 March 2026", "4 March 2026 – 6 May 2026")]
    public async Task Days_that_can_be_read_in_two_ways_are_asked_about_with_both_readings(string answer, string reading, string days)
    {
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await page.ChooseAsync(("sales.csv", "sale_id,sold_on,amount\n1,03/04/2026,10.50\n2,05/06/2026,7.25\n"));
        await Expect(page.Locator("#upload-files")).ToContainTextAsync("1 question");
        await page.ReviewAsync("sales.csv");
        await Expect(page.Locator(".answer", new() { HasText = answer })).ToContainTextAsync("03/04/2026 → " + reading);
        await page.GetByLabel(answer).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Where the rows go" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.LoadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "sales", Exact = true }).ClickAsync();
        await Expect(page.Locator(".page-head")).ToContainTextAsync(days);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Bare_carriage_returns_and_padded_values_are_read_as_they_are_meant()
    {
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.ChooseAsync(("padded.csv", "sale_id,sold_on,amount\r  1 , 2026-03-04 ,   10.50\r  2 , 2026-03-05 ,    7.25\r"));
        await window.Page.LoadAsync();
        await Expect(window.Page.Locator("#upload-files")).ToContainTextAsync("2 rows in place");
        Assert.Equal(2, await site.RowsOfAsync("padded"));
    }

    [Fact]
    public async Task A_zip_file_is_as_many_files_as_are_in_it()
    {
        using var bytes = new MemoryStream();
        await using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in new[] { "2026/march.csv", "2026/april.csv" })
            {
                await using var entry = await archive.CreateEntry(name).OpenAsync();
                await entry.WriteAsync(Encoding.UTF8.GetBytes(Sales));
            }
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.ChooseAsync(new FilePayload { Name = "all.zip", MimeType = "application/zip", Buffer = bytes.ToArray() });
        await window.Page.LoadAsync();
        Assert.Equal((3, 3), (await site.RowsOfAsync("march"), await site.RowsOfAsync("april")));
    }

    [Fact]
    public async Task A_workbook_is_read_as_any_file()
    {
        using var bytes = new MemoryStream();
        await bytes.SaveAsAsync(new[] { new { sale_id = "A1", sold_on = new DateTime(2026, 3, 4), amount = 10.5 }, new { sale_id = "A2", sold_on = new DateTime(2026, 3, 5), amount = 7.25 } },
            cancellationToken: TestContext.Current.CancellationToken);
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.ChooseAsync(new FilePayload { Name = "Sales 2026.xlsx", MimeType = "application/octet-stream", Buffer = bytes.ToArray() });
        await Expect(window.Page.Locator("#upload-files")).ToContainTextAsync("Excel");
        await window.Page.LoadAsync();
        Assert.Equal(2, await site.RowsOfAsync("sales_2026"));
    }

    [Fact]
    public async Task Sending_is_stopped_and_leaves_nothing()
    {
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        // A line on which nothing gets through.
        await page.RouteAsync("**/files?name=*", _ => Task.CompletedTask);
        await page.GotoAsync("/data/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "sales.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Sales) });
        await Expect(page.Locator(".drop-files")).ToContainTextAsync("sales.csv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByText("Drop files anywhere on this page")).ToBeVisibleAsync();
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(site.Folder, ".kelvin", "uploads")));
    }

    [Fact]
    public async Task Sending_that_cannot_begin_is_said_and_left()
    {
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await page.RouteAsync("**/data/uploads", route => route.AbortAsync());
        await page.GotoAsync("/data/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "sales.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Sales) });
        await Expect(page.Locator(".drop-word.is-refused")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByText("Drop files anywhere on this page")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Rejected_rows_are_taken_away_mended_in_a_grid_and_loaded()
    {
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        var rows = string.Concat(Enumerable.Range(10, 20).Select(id => string.Create(CultureInfo.InvariantCulture, $"{id},2026-03-05,1.50\n")));
        await page.ChooseAsync(("sales.csv", Sales + "4,2026-03-07,abc\n5,2026-13-45,2.00\n" + rows));
        await page.LoadAsync();
        await Expect(page.Locator("#upload-files")).ToContainTextAsync("23 rows in place");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mend 2 rejected rows" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "amount is abc, which is not a number." })).ToBeVisibleAsync();
        var taken = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Contains("abc", await File.ReadAllTextAsync((await taken.PathAsync())!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.GetByLabel("amount, line 5").FillAsync("9.75");
        await page.GetByRole(AriaRole.Button, new() { Name = "Load these rows" }).ClickAsync();
        await page.IsAtRestAsync();
        await Expect(page.Locator("#upload-files")).ToContainTextAsync("1 row in place");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mend 1 rejected row" }).ClickAsync();
        await page.GetByLabel("sold_on, line").FillAsync("2026-12-24");
        await page.GetByRole(AriaRole.Button, new() { Name = "Load these rows" }).ClickAsync();
        await page.IsAtRestAsync();
        Assert.Equal(25, await site.RowsOfAsync("sales"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        await using var site = await WorkspaceSite.StartAsync();
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.ChooseAsync(("sales.csv", Sales));
        await window.Page.LoadAsync();
        await window.Page.ChooseAsync(("sales.csv", Sales));
        await window.Page.ReviewAsync("sales.csv");
        await Expect(window.Page.GetByLabel("Update")).ToBeCheckedAsync();
        await window.Page.LoadAsync();
        await Expect(window.Page.Locator("#upload-files")).ToContainTextAsync("Nothing has changed");
        await window.Page.ChooseAsync(("sales.csv", Sales));
        await window.Page.ReviewAsync("sales.csv");
        await window.Page.RunAndWaitForResponseAsync(
            () => window.Page.Locator("input[value=Append]").CheckAsync(), answer => answer.Url.EndsWith("/target", StringComparison.Ordinal));
        await window.Page.LoadAsync();
        await Expect(window.Page.Locator("#upload-files")).ToContainTextAsync("has not changed since. Nothing was added.");
        Assert.Equal(3, await site.RowsOfAsync("sales"));
        Assert.Single(await site.Warehouse.LoadsAsync("sales", 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_sent_is_taken_up_again_after_the_server_has_ended()
    {
        var first = await WorkspaceSite.StartAsync();
        string path;
        await using (var window = await browser.OpenAsync(first.Address))
        {
            await window.Page.ChooseAsync(("sales.csv", Sales));
            path = new Uri(window.Page.Url).AbsolutePath;
        }
        await first.StopAsync();
        await using var site = await WorkspaceSite.StartAsync(first.Folder);
        await using var again = await browser.OpenAsync(site.Address);
        await again.Page.GotoAsync("/data/import");
        await again.Page.GetByRole(AriaRole.Link, new() { Name = "sales.csv" }).ClickAsync();
        await again.Page.WaitForURLAsync("**" + path);
        await again.Page.IsAtRestAsync();
        await again.Page.LoadAsync();
        Assert.Equal(3, await site.RowsOfAsync("sales"));
    }

    [Fact]
    public async Task Nothing_is_sent_or_changed_without_the_token_of_a_page()
    {
        await using var site = await WorkspaceSite.StartAsync();
        using var begun = await site.Client.PostAsync("/data/uploads", null, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, begun.StatusCode);
        using var loading = await site.Client.PostAsync("/data/import/x/load", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, loading.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, ".kelvin", "uploads")));
    }
}
