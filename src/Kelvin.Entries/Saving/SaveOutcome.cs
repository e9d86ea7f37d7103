using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;

namespace Kelvin.Entries.Saving;

/// <summary>What became of values that were sent together.</summary>
/// <param name="Cells">Each of them, in their order.</param>
/// <param name="Rows">The rows that they belong to, as they are now.</param>
/// <param name="Dataset">The dataset of the cells, as it was defined then.</param>
public sealed record SaveOutcome(ImmutableArray<CellOutcome> Cells, ImmutableArray<TouchedRow> Rows, Dataset Dataset);

/// <summary>A row after some of its values have changed.</summary>
/// <param name="Period">The first day of the period.</param>
/// <param name="Row">What names it.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Messages">What is to be said of it.</param>
public sealed record TouchedRow(DateOnly Period, string Row, RowStatus? Status, ImmutableArray<RowMessage> Messages);
