using System.CommandLine;
using Kelvin.Cli.CommandLine;

namespace Kelvin.Cli.Sync;

/// <summary><c>kelvin sync</c>: rows over connections.</summary>
internal static class SyncCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "sync");
        var datasets = definition.Words("dataset", ArgumentArity.ZeroOrMore);
        var anew = definition.Flag("--anew");
        definition.Command.SetAction((parsed, cancellationToken) => new SyncDatasets(session).RunAsync(
            parsed.GetValue(session.Shared.Workspace), parsed.GetValue(datasets) ?? [], parsed.GetValue(anew), cancellationToken));
        return definition.Command;
    }
}
