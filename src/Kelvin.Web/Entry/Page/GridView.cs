using System.Collections.Immutable;

namespace Kelvin.Web.Entry.Page;

/// <summary>A grid as it is shown: lines of cells below heads.</summary>
/// <param name="RowHeads">What names a line: the segments.</param>
/// <param name="Heads">What stands above the cells; with an address where it leads to a period.</param>
/// <param name="Further">What stands above values that are only looked at.</param>
/// <param name="Lines">The lines.</param>
/// <param name="IsCut">Whether there are more.</param>
public sealed record GridView(ImmutableArray<string> RowHeads, ImmutableArray<GridHead> Heads, ImmutableArray<string> Further, ImmutableArray<GridLine> Lines, bool IsCut);

/// <summary>The head of a column of cells.</summary>
public sealed record GridHead(string Text, string? Href);

/// <summary>A line: one value of one row, over the periods.</summary>
/// <param name="Names">What names the row; empty where the line above has the same.</param>
/// <param name="Column">What is entered.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Further">Values that are only looked at.</param>
public sealed record GridLine(ImmutableArray<string> Names, string Column, ImmutableArray<EntryCellView> Cells, ImmutableArray<string> Further)
{
    /// <summary>Whether it is the first of its row.</summary>
    public required bool IsFirst { get; init; }
}

/// <summary>A cell to type in.</summary>
public sealed record EntryCellView
{
    public required string Label { get; init; }

    public required string Value { get; init; }

    public required int Version { get; init; }

    public required string Period { get; init; }

    /// <summary>The values that name the row, as JSON.</summary>
    public required string Row { get; init; }

    /// <summary>What names the row in answers.</summary>
    public required string RowId { get; init; }

    public required string Column { get; init; }

    public required bool IsNumber { get; init; }

    /// <summary>Whether it cannot be changed now: it waits for approval.</summary>
    public required bool IsLocked { get; init; }

    public required bool IsPending { get; init; }

    public required string Message { get; init; }

    /// <summary>What is known of the cell besides: what counts, what was before, who entered it.</summary>
    public required string Details { get; init; }
}
