using Microsoft.Playwright;
using Product.Tests.Site;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Product.Tests.Site;

/// <summary>One Chromium for all tests; each test has a window of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Program => Environment.GetEnvironmentVariable("KELVIN_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A window on the site; the test is skipped where there is no Chromium.</summary>
    public Task<Window> OpenAsync(SampleSite site, string language = "en-GB", ColorScheme look = ColorScheme.Light, int width = 1440) =>
        OpenAsync(site.Address, language, look, width);

    /// <summary>A window on any site; the test is skipped where there is no Chromium.</summary>
    public async Task<Window> OpenAsync(Uri address, string language = "en-GB", ColorScheme look = ColorScheme.Light, int width = 1440)
    {
        if (_browser is null)
            Assert.Skip("No Chromium was found. Install one, or name it in KELVIN_CHROMIUM.");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = language,
            ColorScheme = look,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        return new Window(context, await context.NewPageAsync());
    }
}
