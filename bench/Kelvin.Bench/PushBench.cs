using System.Diagnostics;

namespace Kelvin.Bench;

/// <summary>
/// Rows pushed over HTTP into a server of its own, durable when the answer comes: batches of a hundred rows with a key each. First as
/// many as can be taken, by senders who each wait for their answer; then at the pace of the goal, which tells how long an answer
/// takes. Those who send take part of the same processors.
/// </summary>
internal static class PushBench
{
    private const int Senders = 32;
    private const int BatchRows = 100;
    private const int Goal = 20_000;
    private const string At = "2026-03-02T08:15:00Z";
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(BenchFolder folder)
    {
        if (ServedWorkspace.Program is null)
        {
            Console.WriteLine("| push: run ./kelvin --version once, and this from the repository's root | – | – | – | ≥ 20,000 rows/s |");
            return;
        }
        using var served = await ServedWorkspace.StartAsync(ReadingsWorkspace.Make(folder, "pushed", metrics: 1));
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 256 };
        using var client = new HttpClient(handler) { BaseAddress = served.Address };
        await AsManyAsCanBeAsync(client, "warm");
        var (before, started) = (served.ProcessorTime, Stopwatch.GetTimestamp());
        var most = await AsManyAsCanBeAsync(client, "most");
        var (took, cpu) = (Stopwatch.GetElapsedTime(started), served.ProcessorTime - before);
        var rows = most.Count * BatchRows;
        Console.WriteLine(FormattableString.Invariant(
            $"| {rows:N0} rows pushed over HTTP in batches of {BatchRows} by {Senders} senders, {cpu.TotalMilliseconds * 1_000 / rows:0.0} ms of the server's processor time a thousand | {rows / took.TotalSeconds:N0} rows/s | – | – | ≥ 20,000 rows/s |"));
        var paced = await AtPaceAsync(client);
        Console.WriteLine(FormattableString.Invariant(
            $"| their acknowledgement at {Goal:N0} rows/s: median {At50(paced):0.0} ms, slowest {paced.Max():0.0} ms | p99 {At99(paced):0.0} ms | – | – | < 100 ms |"));
    }

    private static double At50(List<double> waits) => waits.Order().ElementAt(waits.Count / 2);

    private static double At99(List<double> waits) => waits.Order().ElementAt(waits.Count * 99 / 100);

    private static async Task<List<double>> AsManyAsCanBeAsync(HttpClient client, string name)
    {
        var started = Stopwatch.GetTimestamp();
        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var waits = new List<double>();
            for (var batch = 0; Stopwatch.GetElapsedTime(started) < Length; batch++)
                waits.Add(await SendAsync(client, FormattableString.Invariant($"{name}-{sender}-{batch}"), Stopwatch.GetTimestamp()));
            return waits;
        }));
        return [.. (await Task.WhenAll(senders)).SelectMany(waits => waits)];
    }

    /// <summary>Each batch is due at its moment, whether or not the one before was answered; its wait begins then.</summary>
    private static async Task<List<double>> AtPaceAsync(HttpClient client)
    {
        var sent = new List<Task<double>>();
        var (started, every) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds((double)BatchRows / Goal));
        for (var batch = 0; batch * every < Length; batch++)
        {
            if (batch * every - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
                await Task.Delay(early);
            var due = started + (long)((batch * every).TotalSeconds * Stopwatch.Frequency);
            var name = FormattableString.Invariant($"paced-{batch}");
            sent.Add(Task.Run(() => SendAsync(client, name, due)));
        }
        return [.. await Task.WhenAll(sent)];
    }

    private static async Task<double> SendAsync(HttpClient client, string batch, long since)
    {
        await ReadingsWorkspace.SendAsync(client, batch, ReadingsWorkspace.Rows(batch, BatchRows, At, weight: 0.5), BatchRows);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }
}
