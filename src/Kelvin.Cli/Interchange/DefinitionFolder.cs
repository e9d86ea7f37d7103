using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Workspace;

namespace Kelvin.Cli.Interchange;

/// <summary>Writes definitions into a folder, and nothing over what is there unless told to.</summary>
internal static class DefinitionFolder
{
    /// <summary>
    /// The files' paths. Two definitions may not want the same file, nor the one that holds the settings: the later ones are
    /// numbered. Case does not tell files apart everywhere.
    /// </summary>
    public static IReadOnlyList<(string Path, string Text)> Paths(string folder, IEnumerable<DefinitionFile> files)
    {
        var taken = new HashSet<string>([WorkspaceFolder.SettingsFile], StringComparer.OrdinalIgnoreCase);
        return [.. files.Select(file => (Path.Combine(folder, Free(file.Path, taken)), file.Text))];
    }

    /// <summary>Writes them all, or none when some are there and <paramref name="isForced"/> is not set.</summary>
    public static Checked<IReadOnlyList<string>> Write(IReadOnlyList<(string Path, string Text)> files, bool isForced)
    {
        var standing = files.Where(file => Directory.Exists(file.Path) || !isForced && File.Exists(file.Path)).ToList();
        if (standing.Count > 0)
            return Checked<IReadOnlyList<string>>.Faulty([.. standing.Select(file => Issue.At(null, "cli.interchange.file-exists", ("file", file.Path)))]);
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        return Checked<IReadOnlyList<string>>.Sound([.. files.Select(file => file.Path)]);
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var free = wanted;
        for (var number = 2; !taken.Add(free); number++)
            free = FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(wanted)}-{number}{Path.GetExtension(wanted)}");
        return free;
    }
}
