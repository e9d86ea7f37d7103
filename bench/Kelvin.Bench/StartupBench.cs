using System.Diagnostics;

namespace Kelvin.Bench;

/// <summary>A question on the command line as a whole process, in a small workspace; beside it the program that only says its version.</summary>
internal static class StartupBench
{
    private const int Runs = 15;

    private const string Rows = """
        order_id,ordered_at,promised_on,delivered_at,status,amount
        a,2026-01-02 10:00:00,2026-01-04,2026-01-03 12:00:00,paid,100
        b,2026-01-03 10:00:00,2026-01-05,2026-01-06 12:00:00,paid,250
        """;

    /// <summary>Measures the program that <c>./kelvin</c> runs; says so when it has not been built.</summary>
    public static async Task RunAsync(BenchFolder folder)
    {
        var program = Path.Combine(Environment.CurrentDirectory, "artifacts", "kelvin", "kelvin");
        if (!File.Exists(program))
        {
            Console.WriteLine("| start-up: run ./kelvin --version once, and this from the repository's root | – | – | – | < 400 ms |");
            return;
        }
        var workspace = folder.File("small");
        await RunAsync(program, Environment.CurrentDirectory, "init", workspace);
        await File.WriteAllTextAsync(Path.Combine(workspace, "orders.csv"), Rows);
        await RunAsync(program, workspace, "import");
        var (query, version) = await Pair.TimeAsync(Runs,
            () => RunAsync(program, workspace, "query", "revenue"), () => RunAsync(program, workspace, "--version"));
        Pair.Report("`kelvin query` as a whole process against `kelvin --version`", query, version, query / version, "< 400 ms");
    }

    private static async Task RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(await output + await errors);
    }
}
