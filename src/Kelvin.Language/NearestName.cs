namespace Kelvin.Language;

/// <summary>Finds the name a person probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The known name with the fewest edits (insertion, deletion, replacement, swap of neighbours: optimal string
    /// alignment distance) from what was written, ignoring case; null when none is within a third of its length.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        string? nearest = null;
        var fewest = Math.Max(1, written.Length / 3) + 1;
        foreach (var name in known)
        {
            var edits = Distance(written.ToLowerInvariant(), name.ToLowerInvariant());
            if (edits < fewest)
                (nearest, fewest) = (name, edits);
        }
        return nearest;
    }

    private static int Distance(string a, string b)
    {
        var (previous, current, next) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = current[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                next[j] = Math.Min(Math.Min(current[j], next[j - 1]) + 1, replaced);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    next[j] = Math.Min(next[j], previous[j - 2] + 1);
            }
            (previous, current, next) = (current, next, previous);
        }
        return current[b.Length];
    }
}
