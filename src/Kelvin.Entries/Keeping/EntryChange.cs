namespace Kelvin.Entries.Keeping;

/// <summary>A value that was entered in a cell, for good: later ones do not take its place.</summary>
public sealed class EntryChange
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The form.</summary>
    public required string Form { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>The row.</summary>
    public required string Row { get; init; }

    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>The version that the cell had with it.</summary>
    public required int Version { get; init; }

    /// <summary>The value as it is kept, or null for an emptied cell.</summary>
    public string? Value { get; init; }

    /// <summary>Who entered it.</summary>
    public required string Person { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
