using Kelvin.Cli.CommandLine;

namespace Kelvin.Cli.Versions;

/// <summary>Who types a command, as the machine knows them.</summary>
internal static class CommandPerson
{
    /// <summary>Their name, or null when the machine does not say.</summary>
    public static string? Of(Session session) =>
        new[] { "USER", "USERNAME" }.Select(session.Surroundings.Variable).FirstOrDefault(name => !string.IsNullOrEmpty(name));
}
