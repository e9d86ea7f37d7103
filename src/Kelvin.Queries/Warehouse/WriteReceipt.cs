using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Queries.Warehouse;

/// <summary>Says what became of a batch, for good.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Load">The batch's number among the loads; null when it changed nothing and had no key.</param>
/// <param name="Added">Rows that came without taking another's place.</param>
/// <param name="Replaced">Rows that took the place of others of their key.</param>
/// <param name="Removed">Rows that left.</param>
/// <param name="Unchanged">Rows that were there already as they came, or were gone already.</param>
/// <param name="Refused">Rows that were not taken, by index; of a batch that comes again at most the first 1,000.</param>
/// <param name="From">First touched moment on the time axis, or null.</param>
/// <param name="Until">Last touched moment, or null.</param>
/// <param name="DataVersion">The dataset's version after it.</param>
public sealed record WriteReceipt(
    string Dataset, long? Load, long Added, long Replaced, long Removed, long Unchanged, ImmutableArray<RefusedRow> Refused,
    DateTime? From, DateTime? Until, long DataVersion)
{
    /// <summary>Whether the batch had come before, so that nothing was done this time.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>A row of a batch that was not taken.</summary>
/// <param name="Row">Its index in the batch, from 0.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedRow(int Row, Issue Reason);
