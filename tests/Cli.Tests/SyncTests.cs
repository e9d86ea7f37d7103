using System.Net;
using System.Text.Json;

namespace Cli.Tests;

public sealed class SyncTests
{
    private const string Definitions = """
        connection: exports
        kind: folder
        folder: exports
        ---
        dataset: visits
        key: id
        source: { connection: exports, path: visits-*.csv, every: 1 hour }
        columns: { id: integer, page: text }
        ---
        connection: gone
        kind: sqlite
        file: gone.db
        ---
        dataset: stock
        source: { connection: gone, table: stock }
        columns: { id: integer }
        """;

    [Fact]
    public async Task Datasets_are_fetched_and_each_one_told()
    {
        using var shop = Shop();
        var run = await shop.RunAsync("sync", "visits");
        Assert.Equal((0, ""), (run.Code, run.Notes));
        Assert.Equal(["visits", "done", "2", "0", "0", "0"], Cells(run.Output, "visits"));
        File.WriteAllText(shop.PathOf("exports/visits-2.csv"), "id,page\n2,/new\n3,/third\nx,/odd\n");
        var next = await shop.RunAsync("sync", "visits");
        Assert.Equal(3, next.Code);
        Assert.Equal(["visits", "done", "1", "1", "0", "1"], Cells(next.Output, "visits"));
        Assert.Contains("id is x, which is not a number.", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_said_in_the_persons_language_and_the_others_are_fetched()
    {
        using var shop = Shop();
        var run = await shop.RunAsync("sync", "--language", "sv");
        Assert.Equal(1, run.Code);
        Assert.Equal("klar", Cells(run.Output, "visits")[1]);
        Assert.Equal("misslyckades", Cells(run.Output, "stock")[1]);
        Assert.Contains("gone sade nej", run.Output, StringComparison.Ordinal);
        var unknown = await shop.RunAsync("sync", "visit");
        Assert.Equal(1, unknown.Code);
        Assert.Contains("Did you mean visits?", unknown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_are_listed_with_their_last_run_and_the_next_and_can_be_tried()
    {
        using var shop = Shop();
        await shop.RunAsync("sync", "visits");
        var list = await shop.RunAsync("connections");
        Assert.Equal(0, list.Code);
        Assert.Matches(@"exports +exports +visits +2026-03-17 13:00 +done +2026-03-17 14:00", list.Output);
        Assert.Matches(@"gone +gone\.db +stock", list.Output);
        var tried = await shop.RunAsync("connections", "--test");
        Assert.Equal(1, tried.Code);
        Assert.Contains("✓ exports works", tried.Output, StringComparison.Ordinal);
        Assert.Contains("✗ gone does not work", tried.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_served_workspace_fetches_what_is_due_by_itself_and_on_request()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to a process.");
        using var shop = Shop();
        using var served = await ServedShop.StartAsync(shop);
        using var client = new HttpClient { BaseAddress = served.Address, Timeout = TimeSpan.FromSeconds(60) };
        // It begins with the server; how soon it ends is not said.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string? outcome = null;
        while (outcome is null or "running")
            outcome = Runs(await client.GetStringAsync("/api/v1/datasets/visits/runs", deadline.Token)).Select(run => run.GetProperty("outcome").GetString()).FirstOrDefault();
        Assert.Equal("done", outcome);

        using var connections = JsonDocument.Parse(await client.GetStringAsync("/api/v1/connections"));
        var exports = connections.RootElement.EnumerateArray().Single(one => one.GetProperty("name").GetString() == "exports");
        Assert.Equal("folder", exports.GetProperty("kind").GetString());
        var visits = Assert.Single(exports.GetProperty("datasets").EnumerateArray());
        Assert.Equal(2, visits.GetProperty("last_run").GetProperty("added").GetInt32());
        Assert.True(visits.GetProperty("next_run").GetDateTimeOffset() > visits.GetProperty("last_run").GetProperty("started_at").GetDateTimeOffset());

        using var failed = await client.PostAsync("/api/v1/datasets/stock/sync", null);
        using var run = JsonDocument.Parse(await failed.Content.ReadAsStringAsync());
        Assert.Equal(("failed", "sync.refused"), (run.RootElement.GetProperty("outcome").GetString(), run.RootElement.GetProperty("issues")[0].GetProperty("code").GetString()));
        using var unknown = await client.PostAsync("/api/v1/datasets/nothing/sync", null);
        using var unfed = await client.PostAsync("/api/v1/datasets/orders/sync", null);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (unknown.StatusCode, unfed.StatusCode));
        Assert.Equal((0, "Ctrl+C stops it.\nStopped."), await served.StopAsync("TERM"));
    }

    private static ShopFolder Shop()
    {
        var shop = new ShopFolder();
        File.WriteAllText(shop.PathOf("connections.yaml"), Definitions);
        Directory.CreateDirectory(shop.PathOf("exports"));
        File.WriteAllText(shop.PathOf("exports/visits-1.csv"), "id,page\n1,/\n2,/a\n");
        return shop;
    }

    private static string[] Cells(string output, string dataset) =>
        output.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).First(cells => cells.FirstOrDefault() == dataset);

    private static List<JsonElement> Runs(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];
}
