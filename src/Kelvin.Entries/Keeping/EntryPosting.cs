namespace Kelvin.Entries.Keeping;

/// <summary>
/// Rows that have come to count and are on their way into the warehouse. Written down together with what made them count, and handed
/// on until they are there: state and warehouse share no transaction.
/// </summary>
public sealed class EntryPosting
{
    /// <summary>Its number; those of a form are handed on in this order.</summary>
    public long Id { get; init; }

    /// <summary>The form.</summary>
    public required string Form { get; init; }

    /// <summary>The dataset that they go into.</summary>
    public required string Dataset { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>The rows as they are kept: the values by column, of the key too.</summary>
    public required string Rows { get; init; }

    /// <summary>Names this posting among the loads of the dataset, so that it is taken once however often it is handed on.</summary>
    public required string Key { get; init; }

    /// <summary>Who entered the values.</summary>
    public required string Person { get; init; }

    /// <summary>Why they changed, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>When they came to count.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When they were there; null while they are on their way.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Why the warehouse did not take them when it was last tried, in the code of an issue with its arguments; or null.</summary>
    public string? Refusal { get; set; }
}
