using System.CommandLine;
using Kelvin.Cli.CommandLine;

namespace Kelvin.Cli.Sync;

/// <summary><c>kelvin connections</c>: where data come from.</summary>
internal static class ConnectionsCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "connections");
        var test = definition.Flag("--test");
        definition.Command.SetAction((parsed, cancellationToken) =>
            new ShowConnections(session).RunAsync(parsed.GetValue(session.Shared.Workspace), parsed.GetValue(test), cancellationToken));
        return definition.Command;
    }
}
