using System.Diagnostics;
using Kelvin.Cli.CommandLine;

namespace Cli.Tests;

/// <summary><c>kelvin serve</c> as a process of its own, on a free port.</summary>
internal sealed class ServedShop : IDisposable
{
    private readonly Process _process;

    private ServedShop(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServedShop> StartAsync(ShopFolder shop)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", Program, "serve", "--port", "0", "--language", "en" },
            WorkingDirectory = shop.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync();
        if (line?.Split(' ')[^1] is { } address && Uri.TryCreate(address, UriKind.Absolute, out var open))
            return new ServedShop(process, open);
        process.Kill();
        throw new InvalidOperationException($"The server did not start: {line}{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Sends a signal, as a terminal or a service manager does, and returns the exit code and all that was said beside the data.</summary>
    public async Task<(int Code, string Notes)> StopAsync(string signal)
    {
        using var sent = Process.Start("/bin/sh", ["-c", $"kill -{signal} {_process.Id}"]);
        var notes = await _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, notes.Trim().ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    /// <summary>The program as built beside these tests, with the scripts and styles that a copy of its library lacks.</summary>
    private static string Program
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(configuration.Parent!.Parent!.FullName, "Kelvin.Cli", configuration.Name, typeof(KelvinProgram).Assembly.GetName().Name + ".dll");
        }
    }
}
