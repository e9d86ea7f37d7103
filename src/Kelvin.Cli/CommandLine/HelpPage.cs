using System.CommandLine;
using System.Globalization;
using Kelvin.Cli.Terminals;
using Kelvin.Language;
using Spectre.Console;

namespace Kelvin.Cli.CommandLine;

/// <summary>A page of help that teaches: what a command is for, how it is written, and examples to copy.</summary>
internal sealed class HelpPage(Terminal terminal, Command command)
{
    private const int Widest = 110;
    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Name = new(Color.Aqua);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    private string Section => command is RootCommand ? "root" : command.Name;

    public void Write()
    {
        Paragraph(command.Description!);
        if (Find("more") is { } more)
            Paragraph(more);
        Title("help.usage");
        Line("  " + Usage());
        Line("");
        Rows("help.arguments", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Rows("help.commands", command.Subcommands.Select(inner => (inner.Name, inner.Description)));
        Rows("help.options", command.Options.Concat(Inherited()).Select(option => (Write(option), option.Description)));
        Examples();
        if (command is RootCommand)
            Rows("help.exit-codes", ExitCode.All.Select(code => (code.ToString(CultureInfo.InvariantCulture), (string?)terminal.Say($"exit.{code.ToString(CultureInfo.InvariantCulture)}"))));
        else
            Line(terminal.Say("help.see-also"), Faint);
    }

    private string Usage()
    {
        if (command is RootCommand)
            return terminal.Say("help.usage-root");
        var arguments = command.Arguments.Select(argument => argument.Arity switch
        {
            { MinimumNumberOfValues: 0, MaximumNumberOfValues: 1 } => $"[{argument.Name}]",
            { MinimumNumberOfValues: 0 } => $"[{argument.Name}...]",
            { MaximumNumberOfValues: 1 } => argument.Name,
            _ => argument.Name + "...",
        });
        return string.Join(' ', ["kelvin", command.Name, .. arguments, terminal.Say("help.usage-options")]);
    }

    private IEnumerable<Option> Inherited() =>
        command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive);

    private static string Write(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias is "-h").Append(option.Name)) + (option.HelpName is null ? "" : " " + option.HelpName);

    private void Rows(string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var grid = new Grid { Width = Math.Min(Widest, terminal.Output.Profile.Width) }
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 3, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        var isEmpty = true;
        foreach (var (name, description) in rows)
        {
            grid.AddRow(new Text(name, Name), new Text(description ?? ""));
            isEmpty = false;
        }
        if (isEmpty)
            return;
        Title(title);
        terminal.Output.Write(grid);
        Line("");
    }

    private void Examples()
    {
        if (Find("examples") is not { } examples)
            return;
        Title("help.examples");
        foreach (var line in examples.Split('\n'))
            Line("  " + line, line.StartsWith('#') ? Faint : Style.Plain);
        Line("");
    }

    private void Paragraph(string text)
    {
        terminal.Output.Write(new Grid { Width = Math.Min(Widest, terminal.Output.Profile.Width) }
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) }).AddRow(new Text(text)));
        Line("");
    }

    private void Title(string key) => Line(terminal.Say(key), Heading);

    private void Line(string text, Style? style = null) => terminal.Output.Write(new Text(text + "\n", style ?? Style.Plain));

    private string? Find(string part)
    {
        var key = $"cli.{Section}.{part}";
        return Texts.Keys(Tongue.English).Contains(key) ? Texts.Say(terminal.Tongue, key) : null;
    }
}
