namespace Kelvin.Collection.Sources;

/// <summary>Where fetching takes place, and within which bounds.</summary>
/// <param name="Folder">The workspace's folder, where relative paths of connections begin.</param>
/// <param name="Spool">The folder in which what is fetched waits to be loaded.</param>
public sealed record SyncSettings(string Folder, string Spool)
{
    /// <summary>Rows that are made durable together where a cursor says how far they go; what comes after a failure goes on from there.</summary>
    public long RowsAPart { get; init; } = 500_000;

    /// <summary>The most rows of one run.</summary>
    public long MostRows { get; init; } = 100_000_000;

    /// <summary>The longest file, in bytes.</summary>
    public long MostBytes { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>How often it is tried again when a source is out of reach.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>How long it waits before the first of those; each next wait is twice as long, and none is exactly as long as said.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);
}
