using System.CommandLine;
using Kelvin.Cli.CommandLine;

namespace Kelvin.Cli.Check;

/// <summary><c>kelvin check</c>: what is wrong in the definitions.</summary>
internal static class CheckCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "check");
        var format = definition.Value("--format", "check-format");
        definition.Command.SetAction(parsed => new CheckWorkspace(session).Run(
            parsed.GetValue(session.Shared.Workspace), parsed.GetValue(format)));
        return definition.Command;
    }
}
