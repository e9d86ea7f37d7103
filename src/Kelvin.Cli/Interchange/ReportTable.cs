using Kelvin.Cli.Terminals;
using Kelvin.Interchange.Reports;
using Kelvin.Language;
using Spectre.Console;

namespace Kelvin.Cli.Interchange;

/// <summary>Shows what became of each element as a table, and the counts.</summary>
internal sealed class ReportTable(Terminal terminal)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Odd = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);

    public void Write(InterchangeReport report)
    {
        var table = new Table { Border = TableBorder.Simple }
            .AddColumn(terminal.Say("interchange.element")).AddColumn(terminal.Say("interchange.became"))
            .AddColumn(terminal.Say("interchange.place")).AddColumn(terminal.Say("interchange.reason"));
        foreach (var line in report.Lines)
            Add(line, table);
        if (table.Rows.Count > 0)
            terminal.Output.Write(table);
        terminal.Output.Write(new Text(terminal.Say("interchange.summary",
            ("datasets", report.Count(ElementKind.Dataset)), ("metrics", report.Count(ElementKind.Metric)),
            ("partial", report.Count(ElementOutcome.Partial)), ("lost", report.Count(ElementOutcome.LeftOut))) + "\n", report.IsLossy ? Odd : Good));
    }

    /// <summary>A row for each remark; the element stands in the first.</summary>
    private void Add(ReportLine line, Table table)
    {
        var element = line.Element is { } named ? ReportWords.Of(named, terminal) : "";
        var style = line.Outcome switch { ElementOutcome.LeftOut => Bad, ElementOutcome.Whole => Good, _ => Odd };
        var outcome = new Text(ReportWords.Of(line.Outcome, terminal), style);
        if (line.Remarks.IsEmpty)
            table.AddRow(new Text(element), outcome, new Text(line.Element?.Place?.ToString() ?? ""), new Text(""));
        foreach (var remark in line.Remarks)
        {
            table.AddRow(new Text(element), outcome, new Text(remark.Place?.ToString() ?? ""), new Text(Reason(remark)));
            (element, outcome) = ("", new Text(""));
        }
    }

    private string Reason(Issue remark) =>
        remark.Hint(terminal.Tongue) is { } hint ? $"{remark.Message(terminal.Tongue)}\n{hint}" : remark.Message(terminal.Tongue);
}
