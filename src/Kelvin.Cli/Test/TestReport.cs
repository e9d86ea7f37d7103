using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Queries.Testing;
using Spectre.Console;

namespace Kelvin.Cli.Test;

/// <summary>Says of each test whether it passed, and where the answer differs when it did not.</summary>
internal sealed class TestReport(Terminal terminal, OpenedWorkspace workspace)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    private int _passed;
    private TimeSpan _took;

    /// <summary>How many failed so far.</summary>
    public int Failed { get; private set; }

    public void Write(MetricTestOutcome outcome)
    {
        _took += outcome.Took;
        _passed += outcome.Passed ? 1 : 0;
        Failed += outcome.Passed ? 0 : 1;
        Line(outcome.Passed ? "✓ " : "✗ ", outcome.Passed ? Good : Bad);
        Line(outcome.Test.Name + "\n");
        if (outcome.Passed)
            return;
        Line($"  {outcome.Test.Place}\n", Faint);
        new IssuePrinter(terminal, terminal.Output, issue => workspace.TextOf(issue) ?? outcome.Test.Query.Where).Print(outcome.Issues);
        if (!outcome.Differences.IsEmpty)
            terminal.Output.Write(Differences(outcome));
    }

    public void WriteSummary() => Line(
        terminal.Say("test.summary", ("passed", _passed), ("failed", Failed), ("seconds", _took.TotalSeconds.ToString("0.0", Texts.CultureOf(terminal.Tongue)))) + "\n",
        Failed > 0 ? Bad : Good);

    private Table Differences(MetricTestOutcome outcome)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in (string[])["row", "column", "expected", "got"])
            table.AddColumn(terminal.Say("test." + heading));
        foreach (var difference in outcome.Differences)
            table.AddRow(
                new Text(difference.Row), new Text(difference.Column ?? ""),
                new Text(Expected(difference), Good), new Text(Got(difference), Bad));
        return table;
    }

    private string Expected(TestDifference difference) => difference.Kind switch
    {
        TestDifferenceKind.Value => TestValue.Write(difference.Expected),
        TestDifferenceKind.RowMissing => terminal.Say("test.a-row"),
        TestDifferenceKind.RowUnexpected => terminal.Say("test.no-row"),
        _ => terminal.Say("test.a-column"),
    };

    private string Got(TestDifference difference) => difference.Kind switch
    {
        TestDifferenceKind.Value => TestValue.Write(difference.Got),
        TestDifferenceKind.RowMissing => terminal.Say("test.no-row"),
        TestDifferenceKind.RowUnexpected => terminal.Say("test.a-row"),
        _ => terminal.Say("test.no-column"),
    };

    private void Line(string text, Style? style = null) => terminal.Output.Write(new Text(text, style ?? Style.Plain));
}
