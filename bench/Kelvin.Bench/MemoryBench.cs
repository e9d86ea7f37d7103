using System.Diagnostics;
using System.Globalization;

namespace Kelvin.Bench;

/// <summary>The most memory in RAM of <c>kelvin import</c> with a large CSV file, above what it takes with one of a thousand rows.</summary>
internal static class MemoryBench
{
    private const int Few = 1_000;

    public static async Task RunAsync(BenchFolder folder, long rows)
    {
        if (ServedWorkspace.Program is not { } program || !Directory.Exists("/proc/self"))
            return;
        var idle = await PeakAsync(program, folder, Few);
        var started = Stopwatch.GetTimestamp();
        var peak = await PeakAsync(program, folder, rows);
        var took = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(FormattableString.Invariant(
            $"| `kelvin import` of a CSV file of {rows:N0} rows, {took.TotalSeconds:0} s with making it: most memory {peak / 1e6:N0} MB, with {Few:N0} rows {idle / 1e6:N0} MB | {(peak - idle) / 1e6:N0} MB more | – | – | < 400 MB |"));
    }

    /// <summary>The most memory that the program had in RAM while it imported so many rows into an empty workspace, in bytes.</summary>
    private static async Task<long> PeakAsync(string program, BenchFolder folder, long rows)
    {
        var workspace = Directory.CreateDirectory(folder.File(FormattableString.Invariant($"remembered-{rows}"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(workspace, "kelvin.yaml"), OrdersFile.Definitions);
        OrdersFile.Make(folder, Path.Combine(workspace, "orders.csv"), rows);
        var start = new ProcessStartInfo(program, ["import", "orders", "orders.csv"]) { WorkingDirectory = workspace, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process));
            await Task.Delay(5);
        }
        return process.ExitCode == 0 ? peak : throw new InvalidOperationException(string.Join('\n', await said));
    }

    private static long PeakOf(Process process)
    {
        try
        {
            var line = File.ReadLines(FormattableString.Invariant($"/proc/{process.Id}/status")).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}
