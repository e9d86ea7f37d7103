using System.CommandLine;
using Kelvin.Cli.CommandLine;

namespace Kelvin.Cli.Init;

/// <summary><c>kelvin init</c>: a new workspace.</summary>
internal static class InitCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "init");
        var folder = definition.Word("folder");
        var sample = definition.Flag("--sample");
        definition.Command.SetAction((parsed, cancellationToken) =>
        {
            var path = session.PathOf(parsed.GetValue(folder) ?? parsed.GetValue(session.Shared.Workspace) ?? ".");
            return parsed.GetValue(sample)
                ? new StartSample(session).RunAsync(path, cancellationToken)
                : Task.FromResult(new StartWorkspace(session).Run(path));
        });
        return definition.Command;
    }
}
