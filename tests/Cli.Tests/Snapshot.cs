namespace Cli.Tests;

/// <summary>Compares an output with the one that was read and approved: a part of <c>Snapshots.txt</c>.</summary>
internal static class Snapshot
{
    private static readonly Dictionary<string, string> Approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots.txt"))
        .ReplaceLineEndings("\n").Split("\n=== ", StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.TrimStart('=', ' ').Split('\n', 2))
        .ToDictionary(part => part[0].Trim(), part => part[1].Trim('\n'), StringComparer.Ordinal);

    public static void Equal(string name, string output)
    {
        if (Approved.GetValueOrDefault(name) != output)
            Assert.Fail($"The output differs from '{name}' in Snapshots.txt. It is now:\n=== {name}\n{output}");
    }
}
