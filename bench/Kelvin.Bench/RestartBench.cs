using System.Diagnostics;

namespace Kelvin.Bench;

/// <summary>A server that is killed while rows are pushed, with a million rows: how long until it answers again.</summary>
internal static class RestartBench
{
    private const int Rounds = 8;
    private const int Batches = 100;
    private const int BatchRows = 10_000;
    private const string At = "2026-03-02T08:15:00Z";

    public static async Task RunAsync(BenchFolder folder)
    {
        if (ServedWorkspace.Program is null)
            return;
        var workspace = ReadingsWorkspace.Make(folder, "killed", metrics: 20);
        var served = await ServedWorkspace.StartAsync(workspace);
        using (var filling = new HttpClient { BaseAddress = served.Address })
            for (var batch = 0; batch < Batches; batch++)
                await SendAsync(filling, FormattableString.Invariant($"fill-{batch}"), BatchRows);
        var starts = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await PushUntilKilledAsync(served, round);
            served.Dispose();
            var started = Stopwatch.GetTimestamp();
            served = await ServedWorkspace.StartAsync(workspace);
            starts.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        served.Dispose();
        Console.WriteLine(FormattableString.Invariant(
            $"| ready again after SIGKILL while rows are pushed, {Batches * BatchRows:N0} rows there; slowest of {Rounds}, median {starts.Order().ElementAt(Rounds / 2):0} ms | {starts.Max():0} ms | – | – | < 2,000 ms |"));
    }

    /// <summary>Enough is pushed for the engine's log to be as long as it gets, and the kill falls somewhere in it.</summary>
    private static async Task PushUntilKilledAsync(ServedWorkspace served, int round)
    {
        using var client = new HttpClient { BaseAddress = served.Address };
        var pushing = Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
        {
            for (var batch = 0; ; batch++)
                await SendAsync(client, FormattableString.Invariant($"{round}-{sender}-{batch}"), 100);
        })).ToArray();
        await Task.Delay(TimeSpan.FromMilliseconds(1_500 + 250 * round));
        served.Kill();
        foreach (var sender in pushing)
            await sender.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
    }

    private static Task SendAsync(HttpClient client, string batch, int rows) =>
        ReadingsWorkspace.SendAsync(client, batch, ReadingsWorkspace.Rows(batch, rows, At, weight: 0.5), rows);
}
