using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Kelvin.Bench;

/// <summary>From a row that a program pushes to the last of twenty changed numbers on a page that is open in Chromium.</summary>
internal static class LiveBench
{
    private const int Tiles = 20;
    private const int Pushes = 60;
    private const int Rows = 200_000;
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // The page itself sends, so that one clock measures both ends.
    private const string Push = """
        async row => {
          const values = () => [...document.querySelectorAll('.card-value')].map(value => value.textContent);
          const before = values();
          const started = performance.now();
          const seen = new Promise(done => {
            const look = () => { const now = values(); if (now.length === before.length && now.every((text, at) => text !== before[at])) { observer.disconnect(); done(performance.now()); } };
            const observer = new MutationObserver(look);
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
            setTimeout(() => { observer.disconnect(); done(Infinity); }, 20000);
          });
          const answer = await fetch('/api/v1/datasets/readings/rows', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: row });
          const durable = performance.now();
          return [durable - started, (await seen) - started, before.length, answer.status];
        }
        """;

    public static async Task RunAsync(BenchFolder folder)
    {
        if (ServedWorkspace.Program is null || Places.FirstOrDefault(File.Exists) is not { } chromium)
        {
            Console.WriteLine("| live: needs ./kelvin and Chromium | – | – | – | < 300 ms |");
            return;
        }
        using var served = await ServedWorkspace.StartAsync(ReadingsWorkspace.Make(folder, "live", Tiles));
        await FillAsync(served.Address);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { BaseURL = served.Address.ToString(), Locale = "en-GB", ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.GotoAsync("/");
        await page.Locator(".card-value").Nth(Tiles - 1).WaitForAsync();
        var waits = new List<double>();
        for (var push = 0; push < Pushes + 10; push++)
        {
            var row = $$"""[{ "id": "pushed-{{push}}", "at": "{{Now}}", "place": "here", "amount": 1, "weight": 100 }]""";
            var measured = await page.EvaluateAsync<double[]>(Push, row);
            if (measured is not [_, _, Tiles, 200])
                throw new InvalidOperationException(JsonSerializer.Serialize(measured));
            // The first of them meet code that is not compiled yet, here and in the browser.
            if (push >= 10)
                waits.Add(measured[1]);
        }
        waits.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"| from a row pushed to the last of {Tiles} changed numbers in an open page, {Rows:N0} rows there: median {waits[Pushes / 2]:0} ms, slowest {waits[^1]:0} ms | p95 {waits[Pushes * 95 / 100]:0} ms | – | – | < 300 ms |"));
    }

    private static string Now => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Rows that none of the numbers counts but all of them have to pass, and one that all count.</summary>
    private static async Task FillAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var batch = 0; batch < Rows / 10_000; batch++)
        {
            var name = FormattableString.Invariant($"fill-{batch}");
            await ReadingsWorkspace.SendAsync(client, name, ReadingsWorkspace.Rows(name, 10_000, Now, weight: 0), 10_000);
        }
        await ReadingsWorkspace.SendAsync(client, "first", ReadingsWorkspace.Rows("first", 1, Now, weight: 100), 1);
    }
}
