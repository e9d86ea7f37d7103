using Kelvin.Language;

namespace Kelvin.Workspace;

/// <summary>The files that a new workspace begins with: settings and an example to change, with comments that explain.</summary>
public static class WorkspaceTemplate
{
    private const string Prefix = "templates/";

    /// <summary>Path and text of each file, with comments in a language; English where the language has no template.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(Tongue tongue)
    {
        var assembly = typeof(WorkspaceTemplate).Assembly;
        var all = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        var root = $"{Prefix}{tongue.Code}/";
        if (!all.Any(name => name.StartsWith(root, StringComparison.Ordinal)))
            root = $"{Prefix}{Tongue.English.Code}/";
        return [.. all.Where(name => name.StartsWith(root, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return (name[root.Length..], reader.ReadToEnd());
        })];
    }

    /// <summary>
    /// Writes the files into a folder, which is made when it does not exist, and gives their paths. Nothing is written when one
    /// of them is there already.
    /// </summary>
    public static Checked<IReadOnlyList<string>> Write(string folder, Tongue tongue)
    {
        var files = Files(tongue).Select(file => (Path: Path.Combine(folder, file.Path), file.Text)).ToList();
        var standing = files.Where(file => File.Exists(file.Path) || Directory.Exists(file.Path)).ToList();
        if (standing.Count > 0)
            return Checked<IReadOnlyList<string>>.Faulty(
                [.. standing.Select(file => Issue.At(null, "catalog.file-exists", ("file", file.Path)))]);
        try
        {
            foreach (var (path, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
                writer.Write(text);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Checked<IReadOnlyList<string>>.Faulty(Issue.At(null, "catalog.not-writable", ("folder", folder)));
        }
        return Checked<IReadOnlyList<string>>.Sound([.. files.Select(file => file.Path)]);
    }
}
