using System.Collections.Immutable;
using System.Text.Json;

namespace OutsideData.Tests;

/// <summary>The outside data beside the repository; tests that need it are skipped where it is not.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>The values that others worked out from a folder's files, by name.</summary>
    public static ImmutableSortedDictionary<string, JsonElement> Entries(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Here(), folder, "expected.json")));
        return document.RootElement.GetProperty("metrics").EnumerateArray().ToImmutableSortedDictionary(
            entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("value").Clone(), StringComparer.Ordinal);
    }

    /// <summary>The raw file of this name: in the folder, else in whichever folder it lies.</summary>
    public static string PathOf(string folder, string name) =>
        Path.Combine(Here(), folder, name) is var own && File.Exists(own)
            ? own
            : Directory.EnumerateFiles(Here(), name, SearchOption.AllDirectories).Single();

    /// <summary>A folder of the data.</summary>
    public static string Folder(string name) => Path.Combine(Here(), name);

    private static string Here()
    {
        Assert.SkipWhen(Root is null, "The outside data is not here: ../shared/data, seen from the repository's root.");
        return Root!;
    }

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kelvin.slnx")))
            folder = folder.Parent;
        var data = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "data");
        return Directory.Exists(data) ? Path.GetFullPath(data!) : null;
    }
}
