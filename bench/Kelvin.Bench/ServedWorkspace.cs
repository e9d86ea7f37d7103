using System.Diagnostics;

namespace Kelvin.Bench;

/// <summary><c>kelvin serve</c> as a process of its own, the program that <c>./kelvin</c> runs, on a free port.</summary>
internal sealed class ServedWorkspace : IDisposable
{
    private readonly Process _process;

    private ServedWorkspace(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>The program, or null when it has not been built or this does not run in the repository's root.</summary>
    public static string? Program { get; } =
        Path.Combine(Environment.CurrentDirectory, "artifacts", "kelvin", "kelvin") is var program && File.Exists(program) ? program : null;

    public Uri Address { get; }

    /// <summary>Processor time that it has taken.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it, and returns when it answers.</summary>
    public static async Task<ServedWorkspace> StartAsync(string folder)
    {
        var start = new ProcessStartInfo(Program!, ["serve", "--port", "0", "--language", "en"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        if ((await process.StandardOutput.ReadLineAsync())?.Split(' ')[^1] is not { } address)
            throw new InvalidOperationException("The server did not start.");
        var served = new ServedWorkspace(process, new Uri(address));
        using var client = new HttpClient { BaseAddress = served.Address };
        (await client.GetAsync(new Uri("/health", UriKind.Relative))).EnsureSuccessStatusCode();
        return served;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
