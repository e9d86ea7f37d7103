using System.ComponentModel;
using Kelvin.Entries.Deciding;
using Kelvin.Entries.Keeping;
using Kelvin.Language;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Entries;

/// <summary>Who submits, approves or returns numbers, and what they say.</summary>
internal sealed record DecisionBody(
    [property: Description("Who does it.")] string? Person,
    [property: Description("Whose rows are meant; all when left out.")] string? Owner = null,
    [property: Description("Why numbers are corrected or sent back, or anything else.")] string? Comment = null,
    [property: Description("What was seen before approving: the rounds of the rows that wait, added up. Left out, whatever waits is approved.")] long? Seen = null);

/// <summary>How far rows have come by it.</summary>
internal sealed record DecidedBody(
    RowStatus Status, int Rows,
    [property: Description("Why the values are not in the dataset yet. They are kept, and will be.")] IssueBody? Waiting)
{
    public static DecidedBody Of(SheetOutcome outcome, Tongue tongue) =>
        new(outcome.Status, outcome.Rows, outcome.Refusal is { } refusal ? IssueBody.Of(refusal, tongue) : null);
}
