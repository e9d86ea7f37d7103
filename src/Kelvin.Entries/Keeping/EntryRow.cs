namespace Kelvin.Entries.Keeping;

/// <summary>How far a row of a period has come.</summary>
public sealed class EntryRow
{
    /// <summary>The form.</summary>
    public required string Form { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>The row.</summary>
    public required string Row { get; init; }

    /// <summary>How far it has come.</summary>
    public RowStatus Status { get; set; }

    /// <summary>How often it has been submitted.</summary>
    public int Round { get; set; }

    /// <summary>Whether values of it have counted before: a change is a correction then, and says why.</summary>
    public bool HasCounted { get; set; }

    /// <summary>Who submitted it last, or null.</summary>
    public string? SubmittedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>What was said then: why a number was corrected, or anything else; or null.</summary>
    public string? Reason { get; set; }

    /// <summary>Who approved or returned it last, or null.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What was said then, or null.</summary>
    public string? Comment { get; set; }
}
