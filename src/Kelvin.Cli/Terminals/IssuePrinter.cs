using System.Globalization;
using Kelvin.Language;
using Spectre.Console;

namespace Kelvin.Cli.Terminals;

/// <summary>Writes issues with the line they speak of and a caret under the place.</summary>
/// <param name="terminal">Gives the language.</param>
/// <param name="console">Where to write.</param>
/// <param name="textOf">The text that a place stands in, or null when it is not to be had.</param>
internal sealed class IssuePrinter(Terminal terminal, IAnsiConsole console, Func<Issue, string?> textOf)
{
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Red = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style Yellow = new(Color.Yellow, decoration: Decoration.Bold);

    public void Print(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
            Print(issue);
    }

    public void Print(Issue issue)
    {
        var isError = issue.Severity == Severity.Error;
        Write(terminal.Say(isError ? "issue.error" : "issue.warning"), isError ? Red : Yellow);
        Write(" " + issue.Message(terminal.Tongue) + "\n");
        if (issue.Place is { } place)
            Show(issue, place, isError ? Red : Yellow);
        if (issue.Hint(terminal.Tongue) is { } hint)
            Write($"  {hint}\n");
        Write("\n");
    }

    private void Show(Issue issue, Place place, Style caret)
    {
        if (place.File is not null)
            Write($"  --> {place}\n", Faint);
        if (textOf(issue) is not { } text || IssueExcerpt.Of(text, place) is not { } excerpt)
            return;
        var number = excerpt.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        Write($"{(place.File is null ? "     " : number)} | ", Faint);
        Write(excerpt.Text.TrimEnd() + "\n");
        Write("      | ", Faint);
        Write(excerpt.Carets + "\n", caret);
    }

    private void Write(string text, Style? style = null) => console.Write(new Text(SafeText.Lines(text), style ?? Style.Plain) { Overflow = Overflow.Fold });
}
