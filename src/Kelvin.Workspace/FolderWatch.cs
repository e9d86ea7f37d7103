namespace Kelvin.Workspace;

/// <summary>
/// Signals when definition files may have changed. Where the system refuses to watch, it stays silent, and polling has to do.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher? _watcher;

    public FolderWatch(string folder, Action signal)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            _watcher.Changed += (_, change) => SignalIfDefinition(change.Name, signal);
            _watcher.Created += (_, change) => SignalIfDefinition(change.Name, signal);
            _watcher.Deleted += (_, change) => SignalIfDefinition(change.Name, signal);
            _watcher.Renamed += (_, _) => signal();
            _watcher.Error += (_, _) => signal();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception refused) when (refused is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    public void Dispose() => _watcher?.Dispose();

    /// <summary>Names without an extension may be folders, which bring or take files.</summary>
    private static void SignalIfDefinition(string? name, Action signal)
    {
        if (Path.GetExtension(name) is ".yaml" or "" or null)
            signal();
    }
}
