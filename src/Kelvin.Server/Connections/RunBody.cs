using System.ComponentModel;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Language;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Connections;

/// <summary>A time that a dataset was fetched, as the API tells it.</summary>
internal sealed record RunBody(
    [property: Description("Its number; later runs have greater ones.")] long Id,
    [property: Description("The connection.")] string Connection,
    [property: Description("When it began.")] DateTimeOffset StartedAt,
    [property: Description("When it ended; null while it goes on.")] DateTimeOffset? EndedAt,
    [property: Description("running, done, failed, cancelled or interrupted.")] string Outcome,
    [property: Description("How often it was tried.")] int Attempts,
    [property: Description("Rows that came and could be taken, those that were there already included.")] long Accepted,
    [property: Description("Of them, rows that came without taking another's place.")] long Added,
    [property: Description("Of them, rows that took another's place.")] long Replaced,
    [property: Description("Rows that left.")] long Removed,
    [property: Description("Rows that were not taken.")] long Rejected,
    [property: Description("The cursor's last known value when it began.")] string? CursorBefore,
    [property: Description("That value when it ended.")] string? CursorAfter,
    [property: Description("Why it failed, or what is odd.")] IssueBody[] Issues)
{
    public static RunBody Of(SyncRun run, Tongue tongue) => new(
        run.Id, run.Connection, run.StartedAt, run.EndedAt, run.Outcome.ToString().ToLowerInvariant(), run.Attempts, run.Accepted, run.Added, run.Replaced,
        run.Removed, run.Rejected, run.CursorBefore, run.CursorAfter, [.. run.Issues.Select(issue => IssueBody.Of(issue, tongue))]);
}
