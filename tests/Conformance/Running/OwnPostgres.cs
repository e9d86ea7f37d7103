using System.Diagnostics;

namespace Conformance.Running;

/// <summary>A PostgreSQL server of one's own, started by <c>tests/postgres.sh</c> and gone when disposed of.</summary>
internal sealed class OwnPostgres : IDisposable
{
    private readonly string _script;
    private readonly string _folder;

    private OwnPostgres(string script, string folder) => (_script, _folder) = (script, folder);

    /// <summary>Starts one where it is asked for and none is named; null where none is needed, or where it does not start.</summary>
    public static OwnPostgres? StartFor(string engine)
    {
        if (Engines.Lacking(engine) is null || Script() is not { } script)
            return null;
        var own = new OwnPostgres(script, Path.Combine(Path.GetTempPath(), "kelvin-conformance-" + Path.GetRandomFileName()));
        var (code, connection) = own.Run("start");
        if (code != 0)
        {
            own.Dispose();
            return null;
        }
        Environment.SetEnvironmentVariable(Engines.PostgresServer, connection);
        return own;
    }

    /// <inheritdoc />
    public void Dispose() => Run("stop");

    private (int Code, string Output) Run(string action)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [_script, action, _folder]) { RedirectStandardOutput = true })!;
        // The server keeps what it inherits: its first line is all there is to wait for.
        var output = action == "start" ? process.StandardOutput.ReadLine() ?? "" : "";
        process.WaitForExit();
        return (process.ExitCode, output.Trim());
    }

    private static string? Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kelvin.slnx")))
            folder = folder.Parent;
        return folder is null ? null : Path.Combine(folder.FullName, "tests", "postgres.sh");
    }
}
