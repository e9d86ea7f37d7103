using Kelvin.Catalog;
using Kelvin.Compiler.Frames;

namespace Kelvin.Queries.Warehouse;

/// <summary>Typed rows for a dataset: one load of their own.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Rows">
/// Its stored columns by name (decimal or double for numbers, string, bool, DateOnly, DateTime in UTC); columns that are lacking
/// are missing. To remove rows, those of the key suffice.
/// </param>
public sealed record RowBatch(Dataset Dataset, Frame Rows)
{
    /// <summary>What becomes of the rows already there.</summary>
    public LoadMode Mode { get; init; } = LoadMode.Append;

    /// <summary>
    /// Names the batch among those of its dataset, or null. A batch that comes again under its key changes nothing and gets the
    /// first receipt again.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// What its content is told by, or null. A batch that comes under the key of another content is refused: it is another batch that
    /// was given the same name, and must not be taken for one that is there.
    /// </summary>
    public string? Content { get; init; }

    /// <summary>Whether one row that cannot be taken refuses them all.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>What it is written down as.</summary>
    public LoadKind Kind { get; init; } = LoadKind.Rows;

    /// <summary>Where it comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>On whose behalf, or null.</summary>
    public string? Person { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }
}
