namespace Kelvin.Imports.Definitions;

/// <summary>Rewrites the line of a workspace's settings that names its packs; all other lines, comments among them, stay as they are.</summary>
internal static class PackList
{
    private const string Key = "packs:";

    /// <summary>The settings with these packs.</summary>
    public static string Write(string settings, IEnumerable<string> packs)
    {
        var lines = settings.Split('\n').ToList();
        var written = $"{Key} [{string.Join(", ", packs)}]";
        var at = lines.FindIndex(line => line.StartsWith(Key, StringComparison.Ordinal));
        if (at >= 0)
        {
            var end = at + 1;
            while (end < lines.Count && Continues(lines[end]))
                end++;
            lines.RemoveRange(at, end - at);
            lines.Insert(at, written);
            return string.Join('\n', lines);
        }
        // Settings may be followed by other documents in their file.
        var last = lines.FindIndex(1, line => line.StartsWith("---", StringComparison.Ordinal));
        if (last < 0)
            last = lines is [.., ""] ? lines.Count - 1 : lines.Count;
        lines.Insert(last, written);
        return string.Join('\n', lines) + (last == lines.Count - 1 ? "\n" : "");
    }

    /// <summary>A list may go on over lines: indented, or as items of their own.</summary>
    private static bool Continues(string line) => line is [' ' or '\t' or '-' or ']', ..] && !line.StartsWith("---", StringComparison.Ordinal);
}
