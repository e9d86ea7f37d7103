using System.CommandLine;
using System.CommandLine.Parsing;
using Kelvin.Cli.Terminals;
using Kelvin.Language;

namespace Kelvin.Cli.CommandLine;

/// <summary>Says what of a command line was not understood, and what would be.</summary>
internal static class UsageErrors
{
    /// <summary>Prints what was not understood and returns the exit code; null when all was.</summary>
    public static int? Print(ParseResult parsed, SharedOptions shared, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        Issue[] issues = [.. Unknown(parsed, command), .. Incomplete(parsed), .. UnknownLanguage(parsed, shared)];
        if (issues.Length == 0)
            return null;
        Report(issues, terminal);
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
        foreach (var token in parsed.UnmatchedTokens.Concat(Stray(parsed)))
        {
            if (token.StartsWith('-'))
                yield return Issue.At(null, "cli.usage.unknown-option", ("name", token), ("nearest", NearestName.Of(token, options.Select(option => option.Name))));
            else if (command is RootCommand)
            {
                yield return UnknownCommand(token, command);
                // What follows belongs to the command that was meant.
                yield break;
            }
            else
            {
                yield return Issue.At(null, "cli.usage.unknown-word", ("name", token), ("command", command.Name));
            }
        }
    }

    private static Issue UnknownCommand(string written, Command root)
    {
        string[] known = [.. root.Subcommands.Select(command => command.Name)];
        return Issue.At(null, "cli.usage.unknown-command", ("name", written), ("nearest", NearestName.Of(written, known)), ("known", string.Join(", ", known)));
    }

    /// <summary>Options that do not exist and so were taken for words.</summary>
    private static IEnumerable<string> Stray(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value)
            .Where(word => word.StartsWith("--", StringComparison.Ordinal));

    private static IEnumerable<Issue> UnknownLanguage(ParseResult parsed, SharedOptions shared)
    {
        if (shared.Language is { } option && parsed.GetResult(option) is { Tokens: [var written] } && Tongue.Find(written.Value.ToLowerInvariant()) is null)
            yield return Issue.At(null, "cli.usage.language", ("written", written.Value), ("known", string.Join(", ", Texts.Tongues.Order(StringComparer.Ordinal))));
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
