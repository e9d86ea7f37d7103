using Kelvin.Cli.CommandLine;
using Kelvin.Language;
using Kelvin.Workspace;

namespace Kelvin.Cli.Workspaces;

/// <summary>Finds the workspace that a command is about.</summary>
internal static class WorkspaceSearch
{
    /// <summary>The folder that was named, else the nearest one upwards that holds settings.</summary>
    public static Checked<WorkspaceFolder> Find(Session session, string? named)
    {
        if (named is not null)
        {
            var folder = new WorkspaceFolder(session.PathOf(named));
            return folder.Exists
                ? Checked<WorkspaceFolder>.Sound(folder)
                : Checked<WorkspaceFolder>.Faulty(Issue.At(null, "cli.workspace.not-there", ("folder", folder.Path)));
        }
        for (var path = session.Surroundings.Folder; path is not null; path = Path.GetDirectoryName(path))
            if (new WorkspaceFolder(path) is { Exists: true } folder)
                return Checked<WorkspaceFolder>.Sound(folder);
        return Checked<WorkspaceFolder>.Faulty(Issue.At(null, "cli.workspace.none-here", ("folder", session.Surroundings.Folder)));
    }
}
