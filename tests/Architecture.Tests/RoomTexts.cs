using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// The keys of texts that a room's literals name. A literal that ends in a dot or hyphen is the start of keys put together at
/// run time. A room that has the bare start of a section among its literals ("web.") leaves it out of its other keys.
/// </summary>
internal sealed partial record RoomTexts(string Name, IReadOnlySet<string> Literals, IReadOnlyList<string> Prefixes)
{
    public static RoomTexts Of(Room room, IReadOnlySet<string> keys)
    {
        var literals = room.Compiled.Literals;
        var sections = keys.Select(key => FirstPart(key) + ".").Distinct();
        return new RoomTexts(room.Name, literals, ["", .. sections.Where(literals.Contains)]);
    }

    /// <summary>Whether the room names the key, or the start of it.</summary>
    public bool Uses(string key) =>
        Prefixes.Where(prefix => key.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => key[prefix.Length..])
            .Any(rest => Literals.Contains(rest) || Starts(rest).Any(start => Literals.Contains(start) && !Prefixes.Contains(start)));

    /// <summary>Literals that look like a key, of a section or a part of one that there is, and are none.</summary>
    public IEnumerable<string> Unknown(IReadOnlySet<string> keys)
    {
        var parts = Prefixes.SelectMany(prefix => keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => FirstPart(key[prefix.Length..]))).ToHashSet();
        return Literals
            .Where(literal => KeyShape().IsMatch(literal) && parts.Contains(FirstPart(literal)) && !FileName().IsMatch(literal))
            .Where(literal => !Prefixes.Any(prefix => IsStart(literal)
                ? keys.Any(key => key.StartsWith(prefix + literal, StringComparison.Ordinal))
                : keys.Contains(prefix + literal)));
    }

    /// <summary>The beginnings of a key from which the rest may be put together.</summary>
    private static IEnumerable<string> Starts(string key) =>
        Enumerable.Range(1, key.Length - 1).Select(length => key[..length]).Where(IsStart);

    private static bool IsStart(string literal) => literal.EndsWith('.') || literal.EndsWith('-');

    private static string FirstPart(string key) => key.Split('.')[0];

    [GeneratedRegex(@"^[a-z-]+\.([a-z0-9-]+\.)*[a-z0-9-]*$")]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"\.(yaml|csv|json|ndjson|parquet|arrow|js|css|sql|md)$")]
    private static partial Regex FileName();
}
