using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Fuzz.Tests.Running;

/// <summary>
/// Runs a check over many random inputs, on every core. Each input has a chance of its own, drawn from the run's seed and the
/// input's number, so that one can be looked at alone. <c>KELVIN_FUZZ</c> says how many inputs, <c>KELVIN_SEED</c> repeats a run,
/// <c>KELVIN_INPUT</c> takes a single input of it.
/// </summary>
internal sealed class FuzzRun(ITestOutputHelper output)
{
    /// <summary>Nearly all take milliseconds of work, a question of hundreds of thousands of minutes a second or two.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>By the clock, for one that waits and does not work; far more than a busy machine makes anything wait.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Remarkable = TimeSpan.FromSeconds(3);

    /// <summary>The stack of a thread where it is scarcest: what recurses deeply must run short here and not at a customer's.</summary>
    private const int StackBytes = 512 * 1024;

    private const int MostFailures = 12;
    private static readonly int Seed = Number("KELVIN_SEED") ?? 20250131;
    private static readonly int Inputs = Number("KELVIN_FUZZ") ?? 2_000;

    private readonly ConcurrentDictionary<string, string> _failures = new(StringComparer.Ordinal);
    private int _next;
    private int _reached;

    /// <summary>Draws inputs and checks them.</summary>
    /// <param name="draw">An input.</param>
    /// <param name="check">Throws where the input shows a fault, and says whether the input got all the way.</param>
    /// <param name="leastReached">The share of inputs that must get all the way, lest only the first stage be tried.</param>
    public void Over<T>(Func<Random, T> draw, Func<T, bool> check, double leastReached)
        where T : notnull
    {
        output.WriteLine($"KELVIN_SEED={Seed} KELVIN_FUZZ={Inputs}");
        var clock = Stopwatch.StartNew();
        var only = Number("KELVIN_INPUT");
        (_next, var end) = only is { } one ? (one, one + 1) : (0, Inputs);
        var seats = Enumerable.Range(0, only is null ? Environment.ProcessorCount : 1).Select(_ => new Seat()).ToList();
        var threads = seats.Select(seat => new Thread(() => Work(seat, draw, check, end), StackBytes) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        while (threads.Exists(thread => !thread.Join(TimeSpan.FromMilliseconds(50))))
            foreach (var seat in seats)
                Assert.False(seat.Elapsed > Longest * seats.Count || seat.Waited > LongestWait, $"Input {seat.Input} of KELVIN_SEED={Seed} does not come to an end:\n{seat.Drawn}");
        var slowest = seats.MaxBy(seat => seat.Slowest)!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{end:N0} inputs in {clock.Elapsed.TotalSeconds:N1} s, {100.0 * _reached / end:N1} % all the way, the slowest (input {slowest.SlowestInput}) in {slowest.Slowest.TotalMilliseconds:N0} ms"));
        if (slowest.Slowest > Remarkable)
            output.WriteLine($"{slowest.SlowestDrawn}");
        Assert.True(_failures.IsEmpty, $"KELVIN_SEED={Seed}\n" + string.Join("\n\n", _failures.Values));
        Assert.True(only is not null || _reached >= leastReached * end, $"Only {_reached} of {end} inputs got all the way.");
    }

    private void Work<T>(Seat seat, Func<Random, T> draw, Func<T, bool> check, int end)
        where T : notnull
    {
        for (var input = Interlocked.Increment(ref _next) - 1; input < end && _failures.Count < MostFailures; input = Interlocked.Increment(ref _next) - 1)
        {
            var drawn = draw(new Random(unchecked((Seed * 486_187_739) + input)));
            seat.Begin(input, drawn);
            try
            {
                if (check(drawn))
                    Interlocked.Increment(ref _reached);
            }
            catch (Exception thrown)
            {
                _failures.TryAdd(Kind(thrown), $"Input {input}: {thrown}\n--- the input:\n{drawn}");
            }
            seat.End();
        }
    }

    /// <summary>Failures that are thrown at the same place count as one.</summary>
    private static string Kind(Exception thrown) =>
        string.Join('\n', [thrown.GetType().Name, .. (thrown.StackTrace ?? "").Split('\n').Take(4), thrown is IssueFault ? thrown.Message.Split('\n')[0] : ""]);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
