using System.CommandLine;
using System.CommandLine.Parsing;
using Kelvin.Cli.Terminals;
using Kelvin.Language;

namespace Kelvin.Cli.CommandLine;

/// <summary>Says what of a command line was not understood, and what would be.</summary>
internal static class UsageErrors
{
    public static int Print(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        Report([.. Unknown(parsed, command), .. Incomplete(parsed)], terminal);
        terminal.Note(terminal.Say("usage.help", ("command", command is RootCommand ? "kelvin" : "kelvin " + command.Name)));
        return ExitCode.Usage;
    }

    /// <summary>Writes issues with what was typed.</summary>
    public static int Report(IEnumerable<Issue> issues, Terminal terminal)
    {
        new IssuePrinter(terminal, terminal.Notes, _ => null).Print(issues);
        return ExitCode.Usage;
    }

    private static IEnumerable<Issue> Unknown(ParseResult parsed, Command command)
    {
        var options = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));
        foreach (var token in parsed.UnmatchedTokens)
        {
            if (token.StartsWith('-'))
                yield return Issue.At(null, "cli.usage.unknown-option", ("name", token), ("nearest", NearestName.Of(token, options.Select(option => option.Name))));
            else if (command is RootCommand)
                yield return Issue.At(null, "cli.usage.unknown-command", ("name", token), ("nearest", NearestName.Of(token, command.Subcommands.Select(inner => inner.Name))),
                    ("known", string.Join(", ", command.Subcommands.Select(inner => inner.Name))));
            else
                yield return Issue.At(null, "cli.usage.unknown-word", ("name", token), ("command", command.Name));
        }
    }

    private static IEnumerable<Issue> Incomplete(ParseResult parsed)
    {
        foreach (var result in parsed.Errors.Select(error => error.SymbolResult).Distinct())
        {
            var symbol = result is ArgumentResult { Parent: OptionResult owner } ? owner : result;
            if (symbol is OptionResult option)
                yield return option.Tokens.Count > 1 || option.IdentifierTokenCount > 1
                    ? Issue.At(null, "cli.usage.option-twice", ("name", option.Option.Name))
                    : Issue.At(null, "cli.usage.value-missing", ("name", option.Option.Name), ("value", option.Option.HelpName));
            else if (symbol is ArgumentResult argument)
                yield return Issue.At(null, "cli.usage.word-missing", ("value", argument.Argument.Name));
        }
    }
}
