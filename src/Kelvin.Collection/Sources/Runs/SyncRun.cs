using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Collection.Sources.Runs;

/// <summary>One time that rows of a dataset were fetched.</summary>
public sealed class SyncRun
{
    /// <summary>Its number; later runs have greater ones.</summary>
    public long Id { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The connection.</summary>
    public required string Connection { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How.</summary>
    public SyncOutcome Outcome { get; set; }

    /// <summary>How often it was tried; more than once when the source was out of reach at first.</summary>
    public int Attempts { get; set; }

    /// <summary>Rows that came from the source and could be taken, those that were there already included.</summary>
    public long Accepted { get; set; }

    /// <summary>Of them, rows that came without taking another's place.</summary>
    public long Added { get; set; }

    /// <summary>Of them, rows that took the place of others of their key.</summary>
    public long Replaced { get; set; }

    /// <summary>Rows that left.</summary>
    public long Removed { get; set; }

    /// <summary>Rows that were not taken.</summary>
    public long Rejected { get; set; }

    /// <summary>The cursor's last known value when it began.</summary>
    public string? CursorBefore { get; set; }

    /// <summary>That value when it ended.</summary>
    public string? CursorAfter { get; set; }

    /// <summary>What there is to say of it, as it is kept.</summary>
    public string? Told { get; set; }

    /// <summary>What there is to say of it: why it failed, or what is odd.</summary>
    public ImmutableArray<Issue> Issues
    {
        get => IssueText.Read(Told);
        set => Told = IssueText.Write(value);
    }
}
