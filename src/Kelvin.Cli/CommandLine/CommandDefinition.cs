using System.CommandLine;

namespace Kelvin.Cli.CommandLine;

/// <summary>A command in the making: every word of its help comes from the texts under its name.</summary>
internal sealed class CommandDefinition
{
    private readonly Session _session;
    private readonly string _section;

    /// <summary>A command of this name; <paramref name="section"/> when it shares the texts of another.</summary>
    public CommandDefinition(Session session, string name, string? section = null)
    {
        _session = session;
        _section = section ?? name;
        Command = new Command(name, session.Terminal.Say($"{name}.description"));
    }

    /// <summary>The command.</summary>
    public Command Command { get; }

    /// <summary>An option that takes a value.</summary>
    public Option<string?> Value(string name, string value)
    {
        var option = new Option<string?>(name)
        {
            Description = Say(name),
            HelpName = _session.Terminal.Say("value." + value),
            Arity = ArgumentArity.ExactlyOne,
        };
        Command.Add(option);
        return option;
    }

    /// <summary>An option that takes a value and may be given several times.</summary>
    public Option<string[]> Values(string name, string value)
    {
        var option = new Option<string[]>(name)
        {
            Description = Say(name),
            HelpName = _session.Terminal.Say("value." + value),
            Arity = ArgumentArity.OneOrMore,
        };
        Command.Add(option);
        return option;
    }

    /// <summary>An option that may be given or not.</summary>
    public Option<bool> Flag(string name)
    {
        var option = new Option<bool>(name) { Description = Say(name) };
        Command.Add(option);
        return option;
    }

    /// <summary>A word without an option before it, which may be left out.</summary>
    public Argument<string?> Word(string value) => Add(new Argument<string?>(Name(value)), value, ArgumentArity.ZeroOrOne);

    /// <summary>A word without an option before it, which must be given.</summary>
    public Argument<string> NeededWord(string value) => Add(new Argument<string>(Name(value)), value, ArgumentArity.ExactlyOne);

    /// <summary>Words without an option before them.</summary>
    public Argument<string[]> Words(string value, ArgumentArity arity) => Add(new Argument<string[]>(Name(value)), value, arity);

    private TArgument Add<TArgument>(TArgument argument, string value, ArgumentArity arity)
        where TArgument : Argument
    {
        argument.Description = _session.Terminal.Say($"{_section}.arguments.{value}");
        argument.Arity = arity;
        Command.Add(argument);
        return argument;
    }

    private string Name(string value) => _session.Terminal.Say("value." + value);

    private string Say(string name) => _session.Terminal.Say($"{_section}.options.{name.TrimStart('-')}");
}
