using Kelvin.Cli.Terminals;
using Kelvin.Collection.Sources.Runs;
using Spectre.Console;

namespace Kelvin.Cli.Sync;

/// <summary>How a run went, in a word.</summary>
internal static class RunWords
{
    public static string Of(SyncRun? run, Terminal terminal) => terminal.Say(run?.Outcome switch
    {
        null => "sync.outcomes.refused",
        SyncOutcome.Done => "sync.outcomes.done",
        SyncOutcome.Failed => "sync.outcomes.failed",
        SyncOutcome.Cancelled => "sync.outcomes.cancelled",
        SyncOutcome.Interrupted => "sync.outcomes.interrupted",
        _ => "sync.outcomes.running",
    });

    public static Style StyleOf(SyncRun? run) => new(run?.Outcome switch
    {
        SyncOutcome.Done => run.Rejected > 0 ? Color.Yellow : Color.Green,
        SyncOutcome.Running => Color.Aqua,
        _ => Color.Red,
    });
}
