using Kelvin.Cli.Terminals;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.State.Sqlite;

namespace Kelvin.Cli.CommandLine;

/// <summary>Turns what went wrong outside the program into a sentence.</summary>
internal static class Failure
{
    /// <summary>Says it, and returns the exit code.</summary>
    public static int Explain(Exception failure, Terminal terminal, bool isVerbose, CancellationToken cancellationToken)
    {
        if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            terminal.Note(terminal.Say("failure.cancelled"));
            return ExitCode.Cancelled;
        }
        var issue = failure switch
        {
            WarehouseException { Issue: { } known } => known,
            WarehouseException => Issue.At(null, "cli.failure.warehouse", ("reason", failure.Message)),
            NewerStateException newer => Issue.At(null, "cli.failure.newer-state", ("migration", newer.Migration)),
            IOException or UnauthorizedAccessException => Issue.At(null, "cli.failure.file", ("reason", failure.Message)),
            _ => Issue.At(null, "cli.failure.unforeseen", ("kind", failure.GetType().Name), ("reason", failure.Message), ("retry", isVerbose ? null : "--verbose")),
        };
        new IssuePrinter(terminal, terminal.Notes, _ => null).Print(issue);
        if (isVerbose)
            terminal.Note(failure.ToString());
        return ExitCode.Broken;
    }
}
