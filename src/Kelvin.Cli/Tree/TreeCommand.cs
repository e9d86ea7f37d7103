using System.CommandLine;
using Kelvin.Cli.CommandLine;

namespace Kelvin.Cli.Tree;

/// <summary><c>kelvin tree</c>: which metrics have a bearing on which.</summary>
internal static class TreeCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "tree");
        var metric = definition.Word("metric");
        var format = definition.Value("--format", "check-format");
        definition.Command.SetAction(parsed => new ShowTree(session).Run(
            parsed.GetValue(session.Shared.Workspace), parsed.GetValue(metric), parsed.GetValue(format)));
        return definition.Command;
    }
}
