using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cli.Tests;

public sealed partial class ServeTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_workspace_is_served_until_a_signal_stops_it(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to a process.");
        using var shop = await ShopFolder.ImportedAsync();
        using var served = await ServedShop.StartAsync(shop);
        using var client = new HttpClient { BaseAddress = served.Address };

        using var metrics = JsonDocument.Parse(await client.GetStringAsync("/api/v1/metrics"));
        Assert.Equal(
            ["late_share", "order_count", "revenue"], metrics.RootElement.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()));
        var page = await client.GetStringAsync("/metrics/revenue");
        Assert.Contains("<h1>Revenue</h1>", page, StringComparison.Ordinal);
        using var style = await client.GetAsync("/" + Stylesheet().Match(page).Groups["path"].Value);
        Assert.Equal((HttpStatusCode.OK, "text/css"), (style.StatusCode, style.Content.Headers.ContentType?.MediaType));

        // Not a word more: warnings of the libraries underneath say nothing to whoever started it.
        Assert.Equal((0, "Ctrl+C stops it.\nStopped."), await served.StopAsync(signal));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_servers_keys_lie_in_the_workspace_and_only_its_owner_can_read_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var shop = await ShopFolder.ImportedAsync();
        using var served = await ServedShop.StartAsync(shop);
        await served.StopAsync("TERM");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(shop.PathOf(".kelvin/keys")));
        Assert.NotEmpty(Directory.GetFiles(shop.PathOf(".kelvin/keys"), "key-*.xml"));
    }

    [GeneratedRegex("""<link rel="stylesheet" href="/?(?<path>[^"]+)""")]
    private static partial Regex Stylesheet();
}
