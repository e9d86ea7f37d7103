namespace Architecture.Tests;

/// <summary>The files of the repository, found from where the tests run.</summary>
internal static class Repository
{
    /// <summary>What tools have written.</summary>
    private static readonly string[] MadeFolders = ["artifacts", "bin", "obj", "node_modules", "build", "workspace", "Migrations"];

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Files that people wrote under a folder, as paths from the root, in order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start) ? [.. Below(start, pattern).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>The C# of the product: the rooms, the packs and the sample company.</summary>
    public static IReadOnlyList<string> ProductCode() =>
        [.. Files("src", "*.cs"), .. Files("packs", "*.cs"), .. Files("samples", "*.cs")];

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(inner => !MadeFolders.Contains(Path.GetFileName(inner)) && !Path.GetFileName(inner).StartsWith('.'))
                .SelectMany(inner => Below(inner, pattern)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kelvin.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
