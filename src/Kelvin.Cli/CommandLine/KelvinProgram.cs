using System.CommandLine;
using System.CommandLine.Help;
using Kelvin.Cli.Check;
using Kelvin.Cli.Entries;
using Kelvin.Cli.Explain;
using Kelvin.Cli.Health;
using Kelvin.Cli.Import;
using Kelvin.Cli.Init;
using Kelvin.Cli.Interchange;
using Kelvin.Cli.Query;
using Kelvin.Cli.Secrets;
using Kelvin.Cli.Serve;
using Kelvin.Cli.Sync;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Test;
using Kelvin.Cli.Tree;
using Kelvin.Cli.Versions;

namespace Kelvin.Cli.CommandLine;

/// <summary>The program: understands what was typed, runs it and says how it went.</summary>
public static class KelvinProgram
{
    /// <summary>Runs a command line and returns its exit code. Nothing that a person or the world does makes it throw.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(surroundings, TongueChoice.Of(arguments, surroundings.Variable));
        var session = new Session(surroundings, terminal, new SharedOptions(terminal));
        var parsed = Root(session).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not HelpPageAction and not VersionAction && UsageErrors.Print(parsed, session.Shared, terminal) is { } usage)
            return usage;
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
        }
        catch (Exception failure)
        {
            return Failure.Explain(failure, terminal, arguments.Contains(session.Shared.Verbose.Name), cancellationToken);
        }
    }

    private static RootCommand Root(Session session)
    {
        var root = new RootCommand(session.Terminal.Say("root.description"));
        session.Shared.AddTo(root);
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = session.Terminal.Say("shared.help");
                help.Action = new HelpPageAction(session.Terminal);
            }
            else if (option is VersionOption version)
            {
                version.Description = session.Terminal.Say("shared.version");
                version.Action = new VersionAction(session.Terminal);
            }
        }
        root.Add(InitCommand.Define(session));
        root.Add(CheckCommand.Define(session));
        root.Add(ImportCommand.Define(session));
        root.Add(InspectCommand.Define(session));
        root.Add(QueryCommand.Define(session));
        root.Add(ExplainCommand.Define(session));
        root.Add(LoadsCommand.Define(session));
        root.Add(UndoCommand.Define(session));
        root.Add(HealthCommand.Define(session));
        root.Add(HistoryCommand.Define(session));
        root.Add(CompactCommand.Define(session));
        root.Add(TreeCommand.Define(session));
        root.Add(TestCommand.Define(session));
        root.Add(ServeCommand.Define(session));
        root.Add(EntriesCommand.Define(session));
        root.Add(ConnectionsCommand.Define(session));
        root.Add(SyncCommand.Define(session));
        root.Add(SecretCommand.Define(session));
        root.Add(ImportCommands.Dbt(session));
        root.Add(ImportCommands.Ossie(session));
        root.Add(ExportOssieCommand.Define(session));
        root.SetAction(parsed => new HelpPageAction(session.Terminal).Invoke(parsed));
        return root;
    }
}
