using System.Collections.Immutable;
using System.Text.Json;

namespace Tests;

/// <summary>Public files from outside, beside the repository; tests that need them are skipped where they are not there.</summary>
internal static class SharedData
{
    /// <summary>The root of the repository.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Kelvin.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not lie in the repository.");
    }

    /// <summary>The folder of a data set.</summary>
    public static string Folder(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(All, name));
        Assert.SkipUnless(Directory.Exists(folder), $"../shared/data/{name} is not there, seen from the repository's root.");
        return folder;
    }

    /// <summary>The raw file of this name: in the folder, else in whichever folder it lies.</summary>
    public static string PathOf(string folder, string name) =>
        Path.Combine(Folder(folder), name) is var own && File.Exists(own)
            ? own
            : Directory.EnumerateFiles(All, name, SearchOption.AllDirectories).Single();

    /// <summary>The values that others worked out from a folder's files, by name.</summary>
    public static ImmutableSortedDictionary<string, JsonElement> Entries(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(folder), "expected.json")));
        return document.RootElement.GetProperty("metrics").EnumerateArray().ToImmutableSortedDictionary(
            entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("value").Clone(), StringComparer.Ordinal);
    }

    private static string All => Path.Combine(Root(), "..", "shared", "data");
}
