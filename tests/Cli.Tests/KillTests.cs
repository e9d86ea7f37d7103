using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Cli.Tests;

/// <summary>
/// The process is killed while rows come in, again and again. What was acknowledged is there, once; what was not is there in whole or not
/// at all; and what is sent again under its key is taken once.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 24;
    private const int Senders = 4;
    private const int RowsABatch = 25;
    private const int RowsAFile = 60_000;

    private const string Definitions = """
        dataset: readings
        label: Readings
        key: reading
        time: taken_at
        columns: { reading: text, batch: text, taken_at: timestamp, amount: number with 2 decimals }
        ---
        dataset: prices
        label: Prices
        key: article
        source: { file: prices.csv }
        columns: { article: integer, price: money SEK }
        ---
        metric: reading_count
        label: Readings
        formula: count(readings)
        ---
        metric: price_sum
        label: Sum of prices
        formula: sum(prices.price)
        """;

    [Fact]
    public async Task Whatever_was_acknowledged_survives_being_killed_and_nothing_is_there_twice_or_by_half()
    {
        using var shop = new ShopFolder(hasOrders: false);
        shop.Write("readings.yaml", Definitions);
        shop.Write("visitors.yaml", KilledEntries.Definitions);
        var chance = new Random(20261124);
        var sent = new List<Batch>();
        var entered = new KilledEntries();
        var starts = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            await KillDuringImportAsync(shop, round, chance);
            var started = Stopwatch.GetTimestamp();
            using var served = await ServedShop.StartAsync(shop);
            starts.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            using var client = new HttpClient { BaseAddress = served.Address };
            await CheckPricesAsync(client, round);
            await CheckReadingsAsync(client, sent);
            await SendAgainAsync(client, sent);
            await entered.CheckAsync(client);
            sent.AddRange(await SendUntilKilledAsync(served, client, entered, round, chance));
        }
        using var last = await ServedShop.StartAsync(shop);
        using var asking = new HttpClient { BaseAddress = last.Address };
        await CheckReadingsAsync(asking, sent);
        await SendAgainAsync(asking, sent);
        await CheckReadingsAsync(asking, sent);
        await entered.CheckAsync(asking);
        Assert.Contains(sent, batch => batch.WasAcknowledged);
        Assert.NotEqual(0, entered.Counting);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Rounds} times killed; {sent.Count} batches of {RowsABatch} rows sent, {sent.Count(batch => batch.WasUnanswered)} of them unanswered and sent again; {entered.Saved} values entered and {entered.Counting} submitted; ready again after {starts.Order().ElementAt(Rounds / 2):0} ms, at the slowest {starts.Max():0} ms"));
    }

    /// <summary>An import that is killed leaves all of the file or none of it.</summary>
    private static async Task KillDuringImportAsync(ShopFolder shop, int round, Random chance)
    {
        var text = new StringBuilder("article,price\n");
        for (var article = 1; article <= RowsAFile; article++)
            text.Append(CultureInfo.InvariantCulture, $"{article},{round}\n");
        shop.Write("prices.csv", text.ToString());
        using var import = ServedShop.Run(shop, "import", "prices");
        // A short command takes about half a second to its first row; the kills fall before, in and after the writing.
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(chance.Next(300, 1_800)));
        try
        {
            await import.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            import.Kill();
            await import.WaitForExitAsync();
        }
    }

    private static async Task CheckPricesAsync(HttpClient client, int round)
    {
        var answer = await AskAsync(client, new { metrics = new[] { "price_sum" } });
        var sums = answer.Select(row => row.GetProperty("price_sum")).Where(sum => sum.ValueKind == JsonValueKind.Number).Select(sum => sum.GetDecimal()).ToArray();
        // Before the first import that came through there are no prices at all.
        if (sums.Length > 0)
            Assert.Contains(Assert.Single(sums), Enumerable.Range(1, round).Select(one => (decimal)one * RowsAFile));
    }

    private static async Task CheckReadingsAsync(HttpClient client, List<Batch> sent)
    {
        var rows = (await AskAsync(client, new { metrics = new[] { "reading_count" }, by = new[] { "batch" } }))
            .Where(row => row.TryGetProperty("batch", out var batch) && batch.ValueKind == JsonValueKind.String)
            .ToDictionary(row => row.GetProperty("batch").GetString()!, row => row.GetProperty("reading_count").GetInt32());
        Assert.All(sent.Where(batch => batch.WasAcknowledged), batch => Assert.Equal(RowsABatch, rows.GetValueOrDefault(batch.Name)));
        // The key of the dataset makes two rows of one reading impossible, so whole batches are whole and single.
        Assert.All(rows.Values, count => Assert.Equal(RowsABatch, count));
        Assert.Subset(sent.Select(batch => batch.Name).ToHashSet(), rows.Keys.ToHashSet());
    }

    /// <summary>What got no answer is sent again under its key, as a careful sender does.</summary>
    private static async Task SendAgainAsync(HttpClient client, List<Batch> sent)
    {
        foreach (var batch in sent.Where(batch => !batch.WasAcknowledged))
        {
            using var response = await PostAsync(client, batch, CancellationToken.None);
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
            batch.WasAcknowledged = true;
        }
    }

    private static async Task<IEnumerable<Batch>> SendUntilKilledAsync(ServedShop served, HttpClient client, KilledEntries entered, int round, Random chance)
    {
        using var ending = new CancellationTokenSource();
        var sending = Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(client, round, sender, ending.Token))).ToArray();
        var entering = Task.Run(() => entered.EnterAsync(client, ending.Token), CancellationToken.None);
        // Now and then a person gets as far as submitting, however slow the machine is.
        var counting = entered.Counting;
        for (var waited = 0; round % 3 == 0 && waited < 200 && entered.Counting == counting; waited++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await Task.Delay(chance.Next(100, 900), TestContext.Current.CancellationToken);
        served.Kill();
        await ending.CancelAsync();
        await entering;
        return (await Task.WhenAll(sending)).SelectMany(batches => batches);
    }

    private static async Task<List<Batch>> SendAsync(HttpClient client, int round, int sender, CancellationToken ending)
    {
        var batches = new List<Batch>();
        while (!ending.IsCancellationRequested)
        {
            var batch = new Batch(string.Create(CultureInfo.InvariantCulture, $"{round}-{sender}-{batches.Count}"));
            batches.Add(batch);
            try
            {
                using var response = await PostAsync(client, batch, CancellationToken.None);
                batch.WasAcknowledged = response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                batch.WasUnanswered = true;
                break;
            }
        }
        return batches;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Batch batch, CancellationToken cancellationToken)
    {
        var rows = Enumerable.Range(0, RowsABatch).Select(row => string.Create(CultureInfo.InvariantCulture,
            $$"""{ "reading": "{{batch.Name}}-{{row}}", "batch": "{{batch.Name}}", "taken_at": "2026-03-02T08:00:00Z", "amount": {{row}}.25 }"""));
        using var content = new StringContent(string.Join('\n', rows), Encoding.UTF8, "application/x-ndjson");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/datasets/readings/rows") { Content = content };
        request.Headers.Add("Idempotency-Key", batch.Name);
        return await client.SendAsync(request, cancellationToken);
    }

    internal static async Task<JsonElement[]> AskAsync(HttpClient client, object question)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/query", question);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return [.. (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rows").EnumerateArray()];
    }

    /// <summary>Rows that were sent together.</summary>
    private sealed class Batch(string name)
    {
        public string Name { get; } = name;

        public bool WasAcknowledged { get; set; }

        public bool WasUnanswered { get; set; }
    }
}
