using System.CommandLine;
using Kelvin.Cli.Terminals;

namespace Kelvin.Cli.CommandLine;

/// <summary>The options that every command takes.</summary>
internal sealed class SharedOptions(Terminal terminal)
{
    /// <summary>The workspace's folder.</summary>
    public Option<string?> Workspace { get; } = Value(terminal, "--workspace", "folder");

    /// <summary>The language; read before everything else, and here only so that it is known.</summary>
    public Option<string?> Language { get; } = Value(terminal, TongueChoice.Option, "language");

    /// <summary>Whether unforeseen failures show their details.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = terminal.Say("shared.verbose"), Recursive = true };

    /// <summary>Adds them to the root, so that they hold for all commands.</summary>
    public void AddTo(Command root)
    {
        root.Add(Workspace);
        root.Add(Language);
        root.Add(Verbose);
    }

    private static Option<string?> Value(Terminal terminal, string name, string value) => new(name)
    {
        Description = terminal.Say("shared." + name.TrimStart('-')),
        HelpName = terminal.Say("value." + value),
        Recursive = true,
        Arity = ArgumentArity.ExactlyOne,
    };
}
