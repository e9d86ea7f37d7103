using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Values;

namespace Kelvin.Entries.Grids;

/// <summary>What is known of the cells of a form over some time: what holds, what has been entered since, how far rows have come.</summary>
internal sealed class EntrySnapshot
{
    /// <summary>The form.</summary>
    public required Form Form { get; init; }

    /// <summary>The dataset of its rows.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>The columns whose values name a row among those of a period.</summary>
    public required ImmutableArray<string> Key { get; init; }

    /// <summary>The values that hold, by period and row, then by column. The rows of a form that overrides are of all periods.</summary>
    public required Dictionary<(DateOnly? Period, string Row), Dictionary<string, object?>> Holding { get; init; }

    /// <summary>Whether there are more rows than are read at once, so that a value which is not here may be there all the same.</summary>
    public required bool IsCut { get; init; }

    /// <summary>The values that are overridden, by row, then by column.</summary>
    public Dictionary<string, Dictionary<string, object?>> Connected { get; init; } = [];

    /// <summary>What was last entered.</summary>
    public Dictionary<(DateOnly Period, string Row, string Column), EntryCell> Cells { get; set; } = [];

    /// <summary>How far rows have come.</summary>
    public Dictionary<(DateOnly Period, string Row), EntryRow> Rows { get; set; } = [];

    /// <summary>Periods with values on their way into the warehouse.</summary>
    public HashSet<DateOnly> Underway { get; set; } = [];

    /// <summary>The value that holds.</summary>
    public object? HoldingIn(DateOnly period, string row, string column) =>
        Holding.GetValueOrDefault((Form.Overrides is null ? period : null, row))?.GetValueOrDefault(column);

    /// <summary>Whether the dataset has the row.</summary>
    public bool Has(DateOnly period, string row) => Holding.ContainsKey((Form.Overrides is null ? period : null, row));

    /// <summary>The value as it will be when all that has been entered counts.</summary>
    public object? ValueIn(DateOnly period, string row, string column) =>
        Entered(period, row, column) is { } cell ? CellValue.Read(cell.Value, Dataset.Find(column)!) : HoldingIn(period, row, column);

    /// <summary>What has been entered and is not to be asked of the warehouse yet.</summary>
    public EntryCell? Entered(DateOnly period, string row, string column) =>
        Cells.GetValueOrDefault((period, row, column)) is { } cell && (!cell.Counts || Underway.Contains(period)) ? cell : null;
}
