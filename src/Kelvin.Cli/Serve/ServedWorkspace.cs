using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Import;
using Kelvin.Cli.Init;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Workspace;

namespace Kelvin.Cli.Serve;

/// <summary>Chooses what to serve: the workspace that the person stands in, or the sample company, made when it is not there yet.</summary>
internal sealed class ServedWorkspace(Session session, string? named, bool wantsSample, string? sampleFolder)
{
    /// <summary>The folder, ready to be served.</summary>
    public async Task<Checked<WorkspaceFolder>> FindAsync(CancellationToken cancellationToken)
    {
        if (!wantsSample && sampleFolder is null)
        {
            var found = WorkspaceSearch.Find(session, named);
            if (found.IsSound || named is not null)
                return found;
            session.Terminal.Note(session.Terminal.Say("serve.no-workspace"));
        }
        var sample = new WorkspaceFolder(sampleFolder is null ? UsualFolder() : session.PathOf(sampleFolder));
        if (!sample.Exists)
            await MakeAsync(sample, cancellationToken);
        session.Terminal.Note(session.Terminal.Say("serve.sample", ("folder", sample.Path)));
        return Checked<WorkspaceFolder>.Sound(sample);
    }

    private async Task MakeAsync(WorkspaceFolder folder, CancellationToken cancellationToken)
    {
        await StartSample.MakeAsync(session, folder, cancellationToken);
        await using var workspace = await WorkspaceAtWork.OpenAsync(session, folder, cancellationToken);
        await new ImportFiles(session, workspace).RunAsync(ImportPlan.OfWorkspace(workspace.Definitions), LoadMode.Replace, cancellationToken);
        await SampleEntries.FillAsync(session, workspace, cancellationToken);
    }

    private static string UsualFolder() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "kelvin", "sample");
}
