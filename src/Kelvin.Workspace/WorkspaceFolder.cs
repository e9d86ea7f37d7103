using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Workspace;

/// <summary>A folder of definitions: <c>kelvin.yaml</c> and every other <c>*.yaml</c> beneath it.</summary>
public sealed class WorkspaceFolder
{
    /// <summary>The file that holds the settings and marks a folder as a workspace.</summary>
    public const string SettingsFile = "kelvin.yaml";

    private const int Deepest = 32;
    private const int MostFiles = 5_000;

    /// <summary>A workspace in this folder, whether it exists or not.</summary>
    public WorkspaceFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Whether the folder is there and has settings.</summary>
    public bool Exists => File.Exists(System.IO.Path.Combine(Path, SettingsFile));

    /// <summary>
    /// Reads every definition file. What cannot be read becomes an issue; nothing throws because of what is in the folder.
    /// Folders whose names begin with a dot are passed over, and a folder reached twice over links is read once.
    /// </summary>
    public WorkspaceFiles Read()
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var files = ImmutableArray.CreateBuilder<DefinitionFile>();
        if (!Directory.Exists(Path))
            issues.Add(Issue.At(null, "catalog.no-folder", ("folder", Path)));
        else if (!Exists)
            issues.Add(Issue.At(null, "catalog.no-settings", ("folder", Path), ("file", SettingsFile)));
        foreach (var file in Find(issues))
            if (DefinitionText.Read(file, RelativeName(file), issues) is { } definition)
                files.Add(definition);
        return new(files.ToImmutable(), issues.ToImmutable());
    }

    /// <summary>What tells whether anything changed since, without reading: names, sizes and times of the files.</summary>
    internal string Stamp() =>
        string.Join('\n', Find(ImmutableArray.CreateBuilder<Issue>())
            .Select(file => $"{file.FullName}|{file.Exists}|{(file.Exists ? file.Length : 0)}|{file.LastWriteTimeUtc.Ticks}"));

    private List<FileInfo> Find(ImmutableArray<Issue>.Builder issues)
    {
        var found = new List<FileInfo>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        if (Directory.Exists(Path))
            Find(new DirectoryInfo(Path), 0, visited, found, issues);
        if (found.Count > MostFiles)
            issues.Add(Issue.At(null, "catalog.too-many-files", ("folder", Path), ("most", MostFiles)));
        return [.. found.Take(MostFiles).OrderBy(RelativeName, StringComparer.Ordinal)];
    }

    private void Find(
        DirectoryInfo folder, int depth, HashSet<string> visited, List<FileInfo> found, ImmutableArray<Issue>.Builder issues)
    {
        if (depth > Deepest || found.Count > MostFiles)
            return;
        try
        {
            if (!visited.Add((folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).FullName))
                return;
            found.AddRange(folder.EnumerateFiles("*.yaml").Where(file => !file.Name.StartsWith('.')));
            foreach (var inner in folder.EnumerateDirectories().Where(inner => !inner.Name.StartsWith('.')))
                Find(inner, depth + 1, visited, found, issues);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            issues.Add(Issue.At(new Place(RelativeName(folder), 1, 1, 1), "catalog.unreadable"));
        }
    }

    private string RelativeName(FileSystemInfo file) =>
        System.IO.Path.GetRelativePath(Path, file.FullName).Replace('\\', '/');
}
