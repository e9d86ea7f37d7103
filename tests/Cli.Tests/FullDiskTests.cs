using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Cli.Tests;

/// <summary>
/// The disk fills up, in the middle of a commit or of tidying. What was acknowledged is there, nothing is there by half, questions are
/// answered meanwhile, and once there is room again it goes on, without anyone starting the server anew.
/// </summary>
public sealed class FullDiskTests
{
    private const int RowsABatch = 2_000;
    private const string Limit = "6000000";

    private const string Definitions = """
        dataset: readings
        label: Readings
        key: reading
        time: taken_at
        columns: { reading: text, batch: text, taken_at: timestamp, note: text }
        ---
        metric: reading_count
        label: Readings
        formula: count(readings)
        """;

    [Fact]
    public async Task Pushed_rows_are_refused_with_what_would_help_and_taken_when_there_is_room_again()
    {
        SkipWithoutLimits();
        using var shop = new ShopFolder(hasOrders: false);
        shop.Write("readings.yaml", Definitions);
        using var served = await ServedShop.StartWithLimitsAsync(shop);
        using var client = new HttpClient { BaseAddress = served.Address };
        await served.LimitFilesAsync(Limit);
        var acknowledged = new HashSet<string>();
        var chance = new Random(20261124);
        string refused;
        while (true)
        {
            var name = acknowledged.Count.ToString(CultureInfo.InvariantCulture);
            var (status, code) = await PushAsync(client, name, Batch(name, chance));
            if (status == HttpStatusCode.OK)
            {
                acknowledged.Add(name);
                Assert.True(acknowledged.Count < 200, "The limit is never reached.");
                continue;
            }
            Assert.Equal((HttpStatusCode.InsufficientStorage, "engine.disk-full"), (status, code));
            refused = name;
            break;
        }
        Assert.NotEmpty(acknowledged);
        // A batch that was refused may be there, when only the tidying after it found no room; by half it is not.
        Assert.Subset(new HashSet<string>(acknowledged) { refused }, await BatchesAsync(client));
        Assert.Superset(acknowledged, await BatchesAsync(client));
        await served.LimitFilesAsync("unlimited");
        foreach (var name in new[] { refused, "more" })
            Assert.Equal(HttpStatusCode.OK, (await PushAsync(client, name, Batch(name, chance))).Status);
        Assert.True(new HashSet<string>(acknowledged) { refused, "more" }.SetEquals(await BatchesAsync(client)));
        served.Kill();
        using var again = await ServedShop.StartAsync(shop);
        using var asking = new HttpClient { BaseAddress = again.Address };
        Assert.Equal(acknowledged.Count + 2, (await BatchesAsync(asking)).Count);
    }

    [Fact]
    public async Task A_file_that_finds_no_room_is_refused_whole()
    {
        SkipWithoutLimits();
        using var shop = new ShopFolder(hasOrders: false);
        shop.Write("readings.yaml", Definitions);
        var chance = new Random(20261124);
        shop.Write("few.csv", Csv(10, chance));
        shop.Write("many.csv", Csv(60_000, chance));
        Assert.Equal(0, (await RunAsync(shop, "", "import", "readings", "few.csv")).Code);
        var (code, notes) = await RunAsync(shop, "ulimit -S -f 12000;", "import", "readings", "many.csv", "--append");
        Assert.Equal(4, code);
        Assert.Contains("full", notes, StringComparison.Ordinal);
        var counted = await RunAsync(shop, "", "query", "reading_count", "--format", "csv");
        Assert.Equal((0, "reading_count\n10"), (counted.Code, counted.Notes.Trim()));
    }

    private static void SkipWithoutLimits() => Assert.SkipUnless(File.Exists("/usr/bin/prlimit"), "prlimit, which limits the length of files, is not there.");

    private static async Task<(int Code, string Notes)> RunAsync(ShopFolder shop, string limits, params string[] arguments)
    {
        using var process = ServedShop.RunWithLimits(shop, limits, arguments);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    private static string Csv(int rows, Random chance)
    {
        var text = new StringBuilder("reading,batch,taken_at,note\n");
        for (var row = 0; row < rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row}-{rows},file,2026-03-02T08:00:00Z,{Note(chance)}\n");
        return text.ToString();
    }

    private static string Batch(string name, Random chance) => string.Join('\n', Enumerable.Range(0, RowsABatch).Select(row => string.Create(CultureInfo.InvariantCulture,
        $$"""{ "reading": "{{name}}-{{row}}", "batch": "{{name}}", "taken_at": "2026-03-02T08:00:00Z", "note": "{{Note(chance)}}" }""")));

    /// <summary>Text that does not become shorter when it is packed.</summary>
    private static string Note(Random chance)
    {
        var bytes = new byte[96];
        chance.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static async Task<(HttpStatusCode Status, string? Code)> PushAsync(HttpClient client, string name, string rows)
    {
        using var content = new StringContent(rows, Encoding.UTF8, "application/x-ndjson");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/datasets/readings/rows") { Content = content };
        request.Headers.Add("Idempotency-Key", name);
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, body.TryGetProperty("issues", out var issues) ? issues[0].GetProperty("code").GetString() : null);
    }

    private static async Task<HashSet<string>> BatchesAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/query", new { metrics = new[] { "reading_count" }, by = new[] { "batch" } });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var rows = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rows").EnumerateArray().ToArray();
        Assert.All(rows, row => Assert.Equal(RowsABatch, row.GetProperty("reading_count").GetInt32()));
        return [.. rows.Select(row => row.GetProperty("batch").GetString()!)];
    }
}
