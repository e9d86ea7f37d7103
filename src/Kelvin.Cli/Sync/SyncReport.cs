using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Language;
using Spectre.Console;

namespace Kelvin.Cli.Sync;

/// <summary>A table of what became of each dataset, and below it what there is to say.</summary>
internal sealed class SyncReport(Terminal terminal, OpenedWorkspace workspace)
{
    public void Write(IReadOnlyList<(string Dataset, Checked<SyncRun> Outcome)> runs)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumn(terminal.Say("sync.dataset")).AddColumn(terminal.Say("sync.outcome"));
        foreach (var heading in new[] { "added", "replaced", "removed", "rejected" })
            table.AddColumn(new TableColumn(terminal.Say("sync." + heading)).RightAligned());
        foreach (var (dataset, outcome) in runs)
            table.AddRow(Cells(dataset, outcome.IsSound ? outcome.Value : null));
        terminal.Output.Write(table);
        foreach (var (_, outcome) in runs)
            new IssuePrinter(terminal, terminal.Output, workspace.TextOf).Print(outcome.IsSound ? outcome.Value.Issues : outcome.Issues);
    }

    private Text[] Cells(string dataset, SyncRun? run) =>
    [
        new(dataset), new(RunWords.Of(run, terminal), RunWords.StyleOf(run)),
        .. new[] { run?.Added, run?.Replaced, run?.Removed, run?.Rejected }.Select(count => new Text(count?.ToString("N0", Texts.CultureOf(terminal.Tongue)) ?? "")),
    ];
}
