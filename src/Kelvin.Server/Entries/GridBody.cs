using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Language;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Entries;

/// <summary>The cells of a form over some periods.</summary>
internal sealed record GridBody(
    string Form, ImmutableArray<GridPeriodBody> Periods,
    [property: Description("Whether there are more rows than are told.")] bool IsCut)
{
    public static GridBody Of(Grid grid, Tongue tongue) => new(
        grid.Form.Name,
        [.. grid.Periods.Select(period => new GridPeriodBody(period.Period.FirstDay, period.Period.LastDay, [.. period.Rows.Select(row => GridRowBody.Of(row, tongue))]))],
        grid.IsCut);
}

/// <summary>A period of a form.</summary>
internal sealed record GridPeriodBody([property: Description("Its first day, which names it.")] DateOnly Period, DateOnly LastDay, ImmutableArray<GridRowBody> Rows);

/// <summary>A row of a period.</summary>
internal sealed record GridRowBody(
    [property: Description("The values that name it.")] IReadOnlyDictionary<string, string> Row, string? Owner,
    [property: Description("How far it has come; absent when nothing has been entered.")] RowStatus? Status,
    [property: Description("How often it has been submitted.")] int Round,
    string? SubmittedBy, string? DecidedBy, string? Comment, IReadOnlyDictionary<string, GridCellBody> Cells, ImmutableArray<RowMessageBody> Messages)
{
    public static GridRowBody Of(GridRow row, Tongue tongue) => new(
        row.Row.Key, row.Row.Owner, row.Status, row.Course?.Round ?? 0, row.Course?.SubmittedBy, row.Course?.DecidedBy, row.Course?.Comment,
        row.Cells.ToDictionary(cell => cell.Column.Column.Name, GridCellBody.Of, StringComparer.Ordinal), [.. row.Messages.Select(message => RowMessageBody.Of(message, tongue))]);
}

/// <summary>A cell.</summary>
internal sealed record GridCellBody(
    object? Value,
    [property: Description("The version of what was entered; to be said when it is saved. 0 when nothing was.")] int Version,
    [property: Description("The value that counts, where it is another.")] object? Holding,
    [property: Description("The value that is overridden.")] object? Connected,
    [property: Description("Whether it waits to be submitted or approved.")] bool Pending, string? Person, DateTimeOffset? At)
{
    public static GridCellBody Of(GridCell cell) => new(cell.Value, cell.Version, cell.IsPending ? cell.Holding : null, cell.Connected, cell.IsPending, cell.Person, cell.At);
}

/// <summary>What is to be said of a row.</summary>
internal sealed record RowMessageBody([property: Description("The value it is about; absent when it is about the row.")] string? Column, IssueBody Issue)
{
    public static RowMessageBody Of(RowMessage message, Tongue tongue) => new(message.Column, IssueBody.Of(message.Issue, tongue));
}
