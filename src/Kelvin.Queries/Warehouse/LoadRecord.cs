namespace Kelvin.Queries.Warehouse;

/// <summary>A load as the book has it: what changed a dataset, when, and on whose behalf.</summary>
/// <param name="Id">Its number; loads that came later have greater ones.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Moment">When.</param>
public sealed record LoadRecord(long Id, string Dataset, LoadKind Kind, DateTimeOffset Moment)
{
    /// <summary>What it did with the rows that were there, or null for an undoing.</summary>
    public LoadMode? Mode { get; init; }

    /// <summary>The file, or the connection; null when nothing names it.</summary>
    public string? Source { get; init; }

    /// <summary>Who did it, or null when that is not known.</summary>
    public string? Person { get; init; }

    /// <summary>Why, or null when nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Rows that came without taking another's place.</summary>
    public long Added { get; init; }

    /// <summary>Rows that took the place of others of their key.</summary>
    public long Replaced { get; init; }

    /// <summary>Rows that left.</summary>
    public long Removed { get; init; }

    /// <summary>Rows that were there already as they came.</summary>
    public long Unchanged { get; init; }

    /// <summary>Rows that were not taken.</summary>
    public long Rejected { get; init; }

    /// <summary>First touched moment on the time axis, or null.</summary>
    public DateTime? From { get; init; }

    /// <summary>Last touched moment on the time axis, or null.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The load that it undid, or null.</summary>
    public long? Undoes { get; init; }

    /// <summary>The load that undid it, or null.</summary>
    public long? UndoneBy { get; init; }

    /// <summary>Whether what it did still holds: not undone, or undone by what was undone in turn.</summary>
    public bool Stands { get; init; } = true;
}

/// <summary>The kinds of loads.</summary>
public enum LoadKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>Rows handed over by a program.</summary>
    Rows,

    /// <summary>A value that a person entered.</summary>
    Entry,

    /// <summary>Rows fetched over a connection.</summary>
    Sync,

    /// <summary>The undoing of another load.</summary>
    Undo,
}
