using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Spectre.Console;

namespace Kelvin.Cli.Import;

/// <summary>Says what became of each file: a line, and the first rejected rows with their reasons.</summary>
internal sealed class ImportReport(Terminal terminal, OpenedWorkspace workspace)
{
    private const int Shown = 10;
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Odd = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);

    private long _accepted;
    private long _rejected;
    private int _files;

    public void Write(LoadRequest request, Checked<LoadReport> outcome)
    {
        _files += request.Paths.Length;
        if (!outcome.IsSound)
        {
            Line("✗ ", Bad, terminal.Say("import.failed", ("dataset", request.Dataset.Name), ("file", request.Name)));
            new IssuePrinter(terminal, terminal.Output, workspace.TextOf).Print(outcome.Issues);
            return;
        }
        var report = outcome.Value;
        (_accepted, _rejected) = (_accepted + report.Accepted, _rejected + report.Rejected);
        if (report.Files.IsEmpty)
            Line("✓ ", Good, Sentence(report, new LoadedFile(report.Source, 0, 0)));
        foreach (var file in report.Files)
        {
            var isClean = file.Rejected == 0;
            Line(isClean ? "✓ " : "! ", isClean ? Good : Odd, Sentence(report, file));
            if (!isClean)
                Rejections(file);
        }
    }

    public void WriteTotal()
    {
        if (_files > 1)
            Line("", Style.Plain, terminal.Say("import.total", ("files", _files), ("rows", _accepted), ("rejected", _rejected)));
    }

    private string Sentence(LoadReport report, LoadedFile file)
    {
        var seconds = report.Took.TotalSeconds.ToString("0.0", Texts.CultureOf(terminal.Tongue));
        return terminal.Say(file.Rejected == 0 ? "import.done" : "import.done-rejected",
            ("dataset", report.Dataset), ("file", file.Source), ("rows", file.Accepted), ("rejected", file.Rejected), ("seconds", seconds));
    }

    private void Rejections(LoadedFile report)
    {
        var table = new Table { Border = TableBorder.Simple }
            .AddColumn(new TableColumn(terminal.Say("import.line")).RightAligned())
            .AddColumn(terminal.Say("import.column"))
            .AddColumn(terminal.Say("import.reason"));
        foreach (var rejection in report.Rejections.Take(Shown))
            table.AddRow(
                new Text(rejection.Row.ToString("N0", Texts.CultureOf(terminal.Tongue))), new Text(SafeText.Of(rejection.Column ?? "")),
                new Text(SafeText.Of(rejection.Reason.Message(terminal.Tongue))));
        terminal.Output.Write(table);
        var file = Path.GetRelativePath(workspace.Folder, report.RejectedFile ?? "");
        terminal.Output.Write(new Text((report.Rejected > Shown
            ? terminal.Say("import.and-more", ("count", report.Rejected - Shown), ("file", file))
            : terminal.Say("import.rejected-file", ("file", file))) + "\n\n"));
    }

    private void Line(string mark, Style style, string text)
    {
        terminal.Output.Write(new Text(mark, style));
        terminal.Output.Write(new Text(text + "\n"));
    }
}
