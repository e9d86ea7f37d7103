namespace Kelvin.Entries.Keeping;

/// <summary>The value that was last entered in a cell, whether it counts yet or not.</summary>
public sealed class EntryCell
{
    /// <summary>The form.</summary>
    public required string Form { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>The row, by what names it among those of the period.</summary>
    public required string Row { get; init; }

    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>The value as it is kept, or null for an emptied cell.</summary>
    public string? Value { get; set; }

    /// <summary>Grows with each value, from 1. Whoever saves says which they saw.</summary>
    public int Version { get; set; }

    /// <summary>Who entered it.</summary>
    public required string Person { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Whether it counts: it has been handed on to the warehouse, so that what holds is to be asked there.</summary>
    public bool Counts { get; set; }
}
