using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Import;

/// <summary>Loads files one after the other, and says of each what became of it: also of those before one that is stopped.</summary>
internal sealed class LoadInTurn(Terminal terminal, WorkspaceAtWork workspace)
{
    private readonly List<(LoadRequest Request, Checked<LoadReport> Outcome)> _done = [];

    /// <summary>Whether any load was taken.</summary>
    public bool AnyTaken => _done.Exists(one => one.Outcome.IsSound);

    /// <summary>Loads them.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<LoadRequest> requests, CancellationToken cancellationToken)
    {
        try
        {
            await LoadBars.ShowAsync(terminal, async bars =>
            {
                foreach (var request in requests)
                    _done.Add((request, await workspace.Warehouse.LoadAsync(request, bars.Begin(request.Name), cancellationToken)));
                return true;
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Report();
            terminal.Note(terminal.Say("import.stopped", ("file", requests[_done.Count].Name), ("done", _done.Count), ("of", requests.Count)));
            throw;
        }
        Report();
        return _done.Exists(one => !one.Outcome.IsSound) ? ExitCode.Issues
            : _done.Exists(one => one.Outcome.Value!.Rejected > 0) ? ExitCode.RowsRejected
            : ExitCode.Fine;
    }

    private void Report()
    {
        var report = new ImportReport(terminal, workspace.Definitions);
        foreach (var (request, outcome) in _done)
            report.Write(request, outcome);
        report.WriteTotal();
    }
}
