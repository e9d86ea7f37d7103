using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Entries.Keeping;

namespace Kelvin.Entries.Grids;

/// <summary>What has happened to a cell.</summary>
/// <param name="Column">What it holds.</param>
/// <param name="Events">Values that were entered, and what was done with the row; newest first.</param>
public sealed record CellStory(Column Column, ImmutableArray<CellEvent> Events);

/// <summary>Something that happened to a cell.</summary>
/// <param name="At">When.</param>
/// <param name="Person">Who did it.</param>
public sealed record CellEvent(DateTimeOffset At, string Person)
{
    /// <summary>The version that the cell came to have; null when its row was submitted, approved or returned.</summary>
    public int? Version { get; init; }

    /// <summary>The value that was entered: decimal, double, string, bool or DateOnly; null when the cell was emptied.</summary>
    public object? Value { get; init; }

    /// <summary>What the row became; null when a value was entered.</summary>
    public RowStatus? Status { get; init; }

    /// <summary>What was said, or null.</summary>
    public string? Comment { get; init; }
}
