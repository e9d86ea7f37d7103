using System.CommandLine;
using System.Globalization;
using Kelvin.Cli.CommandLine;
using Kelvin.Language;
using Kelvin.Server;

namespace Kelvin.Cli.Serve;

/// <summary><c>kelvin serve</c>: the pages and the API.</summary>
internal static class ServeCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "serve");
        var port = definition.Value("--port", "number");
        var sample = definition.Flag("--sample");
        var folder = definition.Value("--folder", "folder");
        definition.Command.SetAction(async (parsed, cancellationToken) =>
        {
            if (PortOf(parsed.GetValue(port)) is not { } chosen)
                return UsageErrors.Report([Issue.At(null, "cli.usage.port", ("written", parsed.GetValue(port)))], session.Terminal);
            var choice = new ServedWorkspace(session, parsed.GetValue(session.Shared.Workspace), parsed.GetValue(sample), parsed.GetValue(folder));
            return await new ServeWorkspace(session).RunAsync(choice, new ServerAddress(chosen), cancellationToken);
        });
        return definition.Command;
    }

    private static int? PortOf(string? written) =>
        written is null ? ServerAddress.UsualPort
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue ? port
        : null;
}
