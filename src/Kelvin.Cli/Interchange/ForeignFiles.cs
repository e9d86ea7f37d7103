using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Cli.Interchange;

/// <summary>Finds the files of another tool: one file, or those of a project's folder.</summary>
internal static class ForeignFiles
{
    private const int Deepest = 32;
    private static readonly string[] Endings = [".yaml", ".yml"];

    // What tools write for themselves, and packages of others: their definitions are not the project's own.
    private static readonly string[] PassedOver = ["target", "dbt_packages", "dbt_modules", "logs", "node_modules", "venv"];

    /// <summary>The files of a path as a person gave it; every file is named as seen from there.</summary>
    public static Checked<IReadOnlyList<DefinitionFile>> Read(string path)
    {
        if (File.Exists(path))
            return Checked<IReadOnlyList<DefinitionFile>>.Sound([One(path, Path.GetFileName(path))]);
        return Directory.Exists(path)
            ? Checked<IReadOnlyList<DefinitionFile>>.Sound([.. Project(path)])
            : Checked<IReadOnlyList<DefinitionFile>>.Faulty(Issue.At(null, "cli.interchange.no-path", ("path", path)));
    }

    /// <summary>A file under the name by which places speak of it.</summary>
    public static DefinitionFile One(string path, string name) => new(name.Replace('\\', '/'), File.ReadAllText(path), null);

    /// <summary>
    /// A project's files. The manifest that dbt has built says everything with nothing left to fill in, so it is taken when it is
    /// no older than what it was built from.
    /// </summary>
    private static IEnumerable<DefinitionFile> Project(string folder)
    {
        var files = Yaml(folder);
        var manifest = new FileInfo(Path.Combine(folder, "target", "semantic_manifest.json"));
        return manifest.Exists && files.All(file => file.LastWriteTimeUtc <= manifest.LastWriteTimeUtc)
            ? [One(manifest.FullName, Path.GetRelativePath(folder, manifest.FullName))]
            : files.Select(file => One(file.FullName, Path.GetRelativePath(folder, file.FullName)));
    }

    private static ImmutableArray<FileInfo> Yaml(string folder)
    {
        var everywhere = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = Deepest,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        };
        return
        [
            .. new DirectoryInfo(folder).EnumerateFiles("*", everywhere)
                .Where(file => Endings.Contains(file.Extension.ToLowerInvariant()) && !IsPassedOver(Path.GetRelativePath(folder, file.FullName)))
                .OrderBy(file => file.FullName, StringComparer.Ordinal),
        ];
    }

    private static bool IsPassedOver(string path) => path.Split('/', '\\').Any(part => part.StartsWith('.') || PassedOver.Contains(part));
}
