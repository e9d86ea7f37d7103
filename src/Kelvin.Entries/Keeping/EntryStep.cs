namespace Kelvin.Entries.Keeping;

/// <summary>Something that was done with rows of a period, for good.</summary>
public sealed class EntryStep
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The form.</summary>
    public required string Form { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>The rows, one a line.</summary>
    public required string Rows { get; init; }

    /// <summary>What they became.</summary>
    public required RowStatus Status { get; init; }

    /// <summary>Who did it.</summary>
    public required string Person { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was said, or null.</summary>
    public string? Comment { get; init; }
}
