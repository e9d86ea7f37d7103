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
        var workspace = Directory.CreateDirectory(folder.File("remembered")).FullName;
        await File.WriteAllTextAsync(Path.Combine(workspace, "kelvin.yaml"), OrdersFile.Definitions);
        OrdersFile.Make(folder, Path.Combine(workspace, "few.csv"), Few);
        OrdersFile.Make(folder, Path.Combine(workspace, "many.csv"), rows);
        var idle = await PeakAsync(program, workspace, "few.csv");
        var started = Stopwatch.GetTimestamp();
        var peak = await PeakAsync(program, workspace, "many.csv");
        var took = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(FormattableString.Invariant(
            $"| `kelvin import` of a CSV file of {rows:N0} rows, {took.TotalSeconds:0} s: most memory {peak / 1e6:N0} MB, with {Few:N0} rows {idle / 1e6:N0} MB | {(peak - idle) / 1e6:N0} MB more | – | – | < 400 MB |"));
    }

    /// <summary>The most memory that the program had in RAM, in bytes.</summary>
    private static async Task<long> PeakAsync(string program, string workspace, string file)
    {
        var start = new ProcessStartInfo(program, ["import", "orders", file, "--replace"]) { WorkingDirectory = workspace, RedirectStandardOutput = true, RedirectStandardError = true };
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
