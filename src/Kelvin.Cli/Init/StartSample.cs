using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Import;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Workspace;

namespace Kelvin.Cli.Init;

/// <summary>Makes the sample company in a folder and imports its files.</summary>
internal sealed class StartSample(Session session)
{
    public async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var terminal = session.Terminal;
        var workspace = new WorkspaceFolder(folder);
        if (workspace.Exists)
        {
            UsageErrors.Report([Issue.At(null, "cli.init.exists", ("folder", folder))], terminal);
            return ExitCode.Issues;
        }
        await MakeAsync(session, workspace, cancellationToken);
        terminal.Text.WriteLine(terminal.Say("init.sample-made", ("folder", folder)));
        await using var opened = await WorkspaceAtWork.OpenAsync(session, workspace, cancellationToken);
        var code = await new ImportFiles(session, opened).RunAsync(ImportPlan.OfWorkspace(opened.Definitions), LoadMode.Replace, cancellationToken);
        await SampleEntries.FillAsync(session, opened, cancellationToken);
        terminal.Note("\n" + terminal.Say("init.sample-next"));
        // The sample has bad rows on purpose: they are shown, and nothing has gone wrong.
        return code == ExitCode.RowsRejected ? ExitCode.Fine : code;
    }

    /// <summary>Writes the company's definitions and files.</summary>
    public static Task MakeAsync(Session session, WorkspaceFolder folder, CancellationToken cancellationToken)
    {
        session.Terminal.Note(session.Terminal.Say("init.sample-making"));
        var today = DateOnly.FromDateTime(session.Surroundings.Clock.GetLocalNow().DateTime);
        return Task.Run(() => Samples.SampleCompany.Write(folder.Path, SampleSeed, today), cancellationToken);
    }

    // Any number would do; the same one makes everybody's sample alike.
    private const int SampleSeed = 2025;
}
