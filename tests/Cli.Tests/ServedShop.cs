using System.Diagnostics;
using Kelvin.Cli.CommandLine;

namespace Cli.Tests;

/// <summary><c>kelvin serve</c> as a process of its own, on a free port.</summary>
internal sealed class ServedShop : IDisposable
{
    private readonly Process _process;

    private ServedShop(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static Task<ServedShop> StartAsync(ShopFolder shop) => StartAsync(Run(shop, Serve));

    /// <summary>One for which a file may be made too long, which otherwise would end it: the nearest there is to a full disk.</summary>
    public static Task<ServedShop> StartWithLimitsAsync(ShopFolder shop) => StartAsync(RunWithLimits(shop, "", Serve));

    private static readonly string[] Serve = ["serve", "--port", "0", "--language", "en"];

    private static async Task<ServedShop> StartAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync();
        if (line?.Split(' ')[^1] is { } address && Uri.TryCreate(address, UriKind.Absolute, out var open))
            return new ServedShop(process, open);
        process.Kill();
        throw new InvalidOperationException($"The server did not start: {line}{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>The program as a process of its own.</summary>
    public static Process Run(ShopFolder shop, params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
    {
        WorkingDirectory = shop.Path,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>The program as a process that is told when a file grows too long; the shell may say how long that is.</summary>
    public static Process RunWithLimits(ShopFolder shop, string limits, params string[] arguments) => Process.Start(
        new ProcessStartInfo("/bin/sh", ["-c", $"trap '' XFSZ; {limits} exec dotnet exec \"$0\" \"$@\"", Program, .. arguments])
        {
            WorkingDirectory = shop.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Pages of memory that can be both written and run are files to the system.
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;

    /// <summary>Sets how long its files may become, in bytes or <c>unlimited</c>.</summary>
    public async Task LimitFilesAsync(string length)
    {
        using var limiting = Process.Start("prlimit", ["--pid", FormattableString.Invariant($"{_process.Id}"), $"--fsize={length}:unlimited"]);
        await limiting.WaitForExitAsync();
        if (limiting.ExitCode != 0)
            throw new InvalidOperationException("The limit could not be set.");
    }

    /// <summary>Ends it as a power cut does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
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
