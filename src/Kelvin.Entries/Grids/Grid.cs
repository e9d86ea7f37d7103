using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Keeping;
using Kelvin.Language;

namespace Kelvin.Entries.Grids;

/// <summary>The cells of a form over some periods.</summary>
/// <param name="Form">The form.</param>
/// <param name="Columns">The values asked for; a note, where rows have one, comes last.</param>
/// <param name="Periods">The periods, in order.</param>
/// <param name="IsCut">Whether there are more rows than can be shown.</param>
public sealed record Grid(Form Form, ImmutableArray<FormColumn> Columns, ImmutableArray<GridPeriod> Periods, bool IsCut);

/// <summary>A period of a grid.</summary>
/// <param name="Period">The period.</param>
/// <param name="Rows">Its rows, in the order of the form.</param>
public sealed record GridPeriod(Period Period, ImmutableArray<GridRow> Rows);

/// <summary>A row of a period.</summary>
/// <param name="Row">The row.</param>
/// <param name="Status">How far it has come; null when nothing has been entered through the form.</param>
/// <param name="Cells">Its cells, one for each of the grid's columns.</param>
/// <param name="Messages">What is wrong with its values, or asks for a note.</param>
public sealed record GridRow(FormRow Row, RowStatus? Status, ImmutableArray<GridCell> Cells, ImmutableArray<RowMessage> Messages)
{
    /// <summary>Who submitted, approved or returned it last; null before.</summary>
    public EntryRow? Course { get; init; }
}

/// <summary>A cell.</summary>
/// <param name="Column">What it holds.</param>
/// <param name="Value">The value: decimal, double, string, bool or DateOnly; null when there is none.</param>
/// <param name="Version">The version of what was entered; 0 when nothing was. Whoever saves says it.</param>
public sealed record GridCell(FormColumn Column, object? Value, int Version)
{
    /// <summary>The value that holds, which may be another while what was entered does not count yet.</summary>
    public object? Holding { get; init; }

    /// <summary>The value that is overridden; null in other forms, and where the dataset has none.</summary>
    public object? Connected { get; init; }

    /// <summary>The value of the period before.</summary>
    public object? Before { get; init; }

    /// <summary>The value of the same period a year before.</summary>
    public object? YearBefore { get; init; }

    /// <summary>Who entered it, or null when nobody did here.</summary>
    public string? Person { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether it does not count yet.</summary>
    public bool IsPending { get; init; }
}

/// <summary>What is to be said of a row.</summary>
/// <param name="Column">The value it is about, or null for the row.</param>
/// <param name="Issue">What.</param>
public sealed record RowMessage(string? Column, Issue Issue);
