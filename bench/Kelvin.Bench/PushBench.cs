using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Kelvin.Bench;

/// <summary>
/// Rows pushed over HTTP into a server of its own, durable when the answer comes: batches of a hundred rows with a key each, from as
/// many senders as wait for their answers at the same time. Those who send take part of the same processors.
/// </summary>
internal static class PushBench
{
    private const int Senders = 32;
    private const int BatchRows = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    private const string Definitions = """
        workspace: Bench
        zone: Europe/Stockholm
        currency: SEK
        """;

    private const string Readings = """
        dataset: readings
        label: Readings
        key: id
        time: at
        columns: { id: text, at: timestamp, place: text, amount: money, weight: number }
        """;

    public static async Task RunAsync(BenchFolder folder)
    {
        if (ServedWorkspace.Program is null)
        {
            Console.WriteLine("| push: run ./kelvin --version once, and this from the repository's root | – | – | – | ≥ 20,000 rows/s |");
            return;
        }
        var workspace = Directory.CreateDirectory(folder.File("pushed")).FullName;
        await File.WriteAllTextAsync(Path.Combine(workspace, "kelvin.yaml"), Definitions);
        await File.WriteAllTextAsync(Path.Combine(workspace, "readings.yaml"), Readings);
        using var served = await ServedWorkspace.StartAsync(workspace);
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Senders };
        using var client = new HttpClient(handler) { BaseAddress = served.Address };
        await SendAsync(client, "warm", WarmUp);
        var (before, started) = (served.ProcessorTime, Stopwatch.GetTimestamp());
        var waits = await SendAsync(client, "measured", Measured);
        var (took, cpu) = (Stopwatch.GetElapsedTime(started), served.ProcessorTime - before);
        var rows = waits.Count * BatchRows;
        waits.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"| {rows:N0} rows pushed over HTTP in batches of {BatchRows} by {Senders} senders | {rows / took.TotalSeconds:N0} rows/s | – | – | ≥ 20,000 rows/s |"));
        Console.WriteLine(FormattableString.Invariant(
            $"| their acknowledgement: median {waits[waits.Count / 2]:0.0} ms, slowest {waits[^1]:0.0} ms | p99 {waits[waits.Count * 99 / 100]:0.0} ms | – | – | < 100 ms |"));
        Console.WriteLine(FormattableString.Invariant(
            $"| processor time of the server for a thousand of them | {cpu.TotalMilliseconds * 1_000 / rows:0.0} ms | – | – | – |"));
    }

    private static async Task<List<double>> SendAsync(HttpClient client, string name, TimeSpan length)
    {
        var started = Stopwatch.GetTimestamp();
        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var waits = new List<double>();
            for (var batch = 0; Stopwatch.GetElapsedTime(started) < length; batch++)
                waits.Add(await SendAsync(client, FormattableString.Invariant($"{name}-{sender}-{batch}")));
            return waits;
        }));
        return [.. (await Task.WhenAll(senders)).SelectMany(waits => waits)];
    }

    /// <summary>Sends a batch; milliseconds until the answer.</summary>
    private static async Task<double> SendAsync(HttpClient client, string batch)
    {
        var rows = new StringBuilder();
        for (var row = 0; row < BatchRows; row++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture,
                $$"""{"id":"{{batch}}-{{row}}","at":"2026-03-02T08:{{row % 60:00}}:00Z","place":"place {{row % 40}}","amount":"{{row}}.25","weight":{{row}}.5}""").Append('\n');
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/datasets/readings/rows");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(rows.ToString()));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        request.Headers.Add("Idempotency-Key", batch);
        var started = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || !text.Contains($"\"added\":{BatchRows},", StringComparison.Ordinal))
            throw new InvalidOperationException(text);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
