using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Queries.Trusting;

/// <summary>What a check found.</summary>
/// <param name="Check">Its name in its dataset.</param>
/// <param name="Written">What it was about, as <see cref="Kelvin.Catalog.Expectations.CheckSubject.Written"/>; results of one that reads otherwise now say nothing.</param>
/// <param name="Outcome">How it went.</param>
public sealed record CheckResult(string Check, string Written, CheckOutcome Outcome)
{
    /// <summary>What was measured, in the unit of its formula; of several slices the newest that fails, else the newest. Null when nothing was.</summary>
    public double? Measured { get; init; }

    /// <summary>What it was compared with, where the check does not say that itself; null for nothing.</summary>
    public double? Bound { get; init; }

    /// <summary>The upper one of two bounds, or null.</summary>
    public double? Upper { get; init; }

    /// <summary>The slice that was measured: its period and groups, or null when there are none.</summary>
    public string? At { get; init; }

    /// <summary>How many rows, or slices where it has some, are not as it says.</summary>
    public long Failing { get; init; }

    /// <summary>How many were looked at.</summary>
    public long Looked { get; init; }

    /// <summary>Why it could not be asked, where it fails for that: then nothing was looked at. Told when it is run, and not written down.</summary>
    public Issue? Why { get; init; }

    /// <summary>A few that fail, by their keys.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(CheckResult? other) =>
        other is not null && Check == other.Check && Written == other.Written && Outcome == other.Outcome && Equals(Measured, other.Measured)
        && Equals(Bound, other.Bound) && Equals(Upper, other.Upper) && At == other.At && Failing == other.Failing && Looked == other.Looked
        && Examples.SequenceEqual(other.Examples);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Check, Written, Outcome, Measured, Failing, Looked);
}

/// <summary>How a check went.</summary>
public enum CheckOutcome
{
    /// <summary>The rows are as it says.</summary>
    Passed,

    /// <summary>They are not.</summary>
    Failed,

    /// <summary>There was too little to tell: no rows, or no history to compare with.</summary>
    Untold,
}
