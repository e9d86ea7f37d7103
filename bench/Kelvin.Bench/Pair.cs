using System.Diagnostics;

namespace Kelvin.Bench;

/// <summary>
/// Times two ways of doing the same in turns, so that a busy machine is busy for both. Where it is too busy even for that, the time of
/// the processors is asked for by KELVIN_BENCH_CLOCK=cpu.
/// </summary>
internal static class Pair
{
    private static readonly bool IsProcessorTime = Environment.GetEnvironmentVariable("KELVIN_BENCH_CLOCK") == "cpu";

    /// <summary>The time on the clock of the measurements.</summary>
    public static TimeSpan Now => IsProcessorTime ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);

    /// <summary>Median milliseconds of each, after one run that does not count.</summary>
    public static async Task<(double First, double Second)> TimeAsync(int runs, Func<Task> first, Func<Task> second)
    {
        var (one, other) = (new List<double>(), new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            var firstTime = await MillisecondsAsync(first);
            var secondTime = await MillisecondsAsync(second);
            if (run == 0)
                continue;
            one.Add(firstTime);
            other.Add(secondTime);
        }
        return (Median(one), Median(other));
    }

    /// <summary>Writes a line of the table.</summary>
    public static void Report(string what, double kelvin, double reference, double ratio, string goal) =>
        Console.WriteLine(FormattableString.Invariant($"| {what} | {kelvin:0.0} ms | {reference:0.0} ms | {ratio:0.00} | {goal} |"));

    private static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var started = Now;
        await work();
        return (Now - started).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
