using System.CommandLine;
using Kelvin.Cli.CommandLine;

namespace Kelvin.Cli.Test;

/// <summary><c>kelvin test</c>: the examples that stand beside the metrics.</summary>
internal static class TestCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "test");
        var filter = definition.Value("--filter", "part");
        definition.Command.SetAction((parsed, cancellationToken) =>
            new TestWorkspace(session).RunAsync(parsed.GetValue(session.Shared.Workspace), parsed.GetValue(filter), cancellationToken));
        return definition.Command;
    }
}
