namespace Kelvin.Catalog.Connections;

/// <summary>How rows of a dataset are fetched over a connection.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Selection">Which rows or files.</param>
/// <param name="Mode">What becomes of the rows already there.</param>
public sealed record DatasetFeed(string Connection, FeedSelection Selection, FeedMode Mode)
{
    /// <summary>When they are fetched by themselves; null for only when someone asks.</summary>
    public SyncSchedule? Schedule { get; init; }

    /// <summary>
    /// The column at the source that only grows: rows are fetched from its last known value on. Null when all are fetched each time.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>What makes it this feed and no other: when it changes, fetching begins anew.</summary>
    public string Identity => FormattableString.Invariant($"{Connection} {Selection} {Cursor} {Mode}");
}
