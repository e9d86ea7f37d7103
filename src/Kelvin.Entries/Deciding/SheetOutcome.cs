using Kelvin.Entries.Keeping;
using Kelvin.Language;

namespace Kelvin.Entries.Deciding;

/// <summary>What became of the rows of a period.</summary>
/// <param name="Status">How far they have come.</param>
/// <param name="Rows">How many rows that is true of.</param>
/// <param name="Refusal">Why the warehouse has not taken the values that count now; null when they are there, or none changed.</param>
public sealed record SheetOutcome(RowStatus Status, int Rows, Issue? Refusal);
