using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Product.Tests.Site;

/// <summary>What a person does in the import wizard.</summary>
internal static class ImportSteps
{
    private static readonly float Patience = 180_000;

    /// <summary>Chooses files as texts, and waits until they have been looked at.</summary>
    public static Task ChooseAsync(this IPage page, params (string Name, string Text)[] files) =>
        page.ChooseAsync([.. files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file.Text) })]);

    /// <summary>Chooses files, and waits until they have been looked at.</summary>
    public static async Task ChooseAsync(this IPage page, params FilePayload[] files)
    {
        await page.GotoAsync("/data/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(files);
        await page.WaitForURLAsync(address => address.Contains("/data/import/", StringComparison.Ordinal), new() { Timeout = Patience });
        await page.IsAtRestAsync();
    }

    /// <summary>Waits until nothing is being done.</summary>
    public static Task IsAtRestAsync(this IPage page) => Expect(page.Locator("[data-working]")).ToHaveCountAsync(0, new() { Timeout = Patience });

    /// <summary>Opens the page of the first file.</summary>
    public static async Task ReviewAsync(this IPage page, string file)
    {
        await page.Locator("#upload-files a", new() { HasText = file }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = file })).ToBeVisibleAsync();
    }

    /// <summary>Loads what is ready, and waits until that is done.</summary>
    public static async Task LoadAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Load") }).ClickAsync();
        await Expect(page.Locator("#upload-files")).ToBeVisibleAsync();
        await page.IsAtRestAsync();
    }
}
