using System.Text.Json;
using Microsoft.Playwright;
using Product.Tests.Site;

namespace Product.Tests.Pages;

public sealed class AccessibilityTests(SampleSite site, Browser browser)
{
    private const string Rules = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
          .violations.flatMap(found => found.nodes.map(node => `${found.id}: ${node.target.join(' ')}: ${node.failureSummary}`))
        """;

    public static TheoryData<string, ColorScheme> Pages => new MatrixTheoryData<string, ColorScheme>(
        ["/", "/metrics/on_time_delivery", "/metrics/revenue?grain=quarter", "/metrics/revenue?where=nothing", "/metrics/on_time_delivery/rows", "/issues", "/design", "/data", "/data/datasets/orders", "/entry", "/entry/customer_satisfaction", "/entry/customer_satisfaction?period=2026-02-01", "/entry/sales_cost_corrections", "/not-there"],
        [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string address, ColorScheme look)
    {
        await using var window = await browser.OpenAsync(site, look: look);
        await window.OpenAsync(address);
        await IsCleanAsync(window.Page);
    }

    /// <summary>Asks axe about a page as it stands.</summary>
    internal static async Task IsCleanAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var found = await page.EvaluateAsync<JsonElement>(Rules);
        Assert.Empty(found.EnumerateArray().Select(finding => finding.GetString()));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/metrics/on_time_delivery")]
    [InlineData("/design")]
    [InlineData("/data")]
    [InlineData("/data/datasets/orders")]
    [InlineData("/entry")]
    [InlineData("/entry/customer_satisfaction")]
    [InlineData("/entry/customer_satisfaction?period=2026-02-01")]
    public async Task Nothing_sticks_out_on_a_phone(string address)
    {
        await using var window = await browser.OpenAsync(site, width: 390);
        await window.OpenAsync(address);
        Assert.Equal(390, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static string Axe
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Kelvin.slnx")))
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
            return Path.Combine(folder.FullName, "src/Kelvin.Web/node_modules/axe-core/axe.min.js");
        }
    }
}
