using System.CommandLine;
using Kelvin.Cli.CommandLine;

namespace Kelvin.Cli.Secrets;

/// <summary><c>kelvin secret</c>: passwords and keys of connections.</summary>
internal static class SecretCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "secret");
        var name = definition.Word("secret");
        var remove = definition.Flag("--remove");
        definition.Command.SetAction((parsed, cancellationToken) => new KeepSecrets(session).RunAsync(
            parsed.GetValue(session.Shared.Workspace), parsed.GetValue(name), parsed.GetValue(remove), cancellationToken));
        return definition.Command;
    }
}
