using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// The keys of texts that a room's literals name. A literal that ends in a dot or hyphen is the start of keys put together at
/// run time. A room that has the bare start of a section among its literals ("cli.") leaves it out of its other keys, and may
/// put those together from words ("check", ".options.", "--format").
/// </summary>
internal sealed partial record RoomTexts(string Name, IReadOnlySet<string> Literals, IReadOnlySet<string> Words, IReadOnlyList<string> Prefixes)
{
    public static RoomTexts Of(Room room, IReadOnlySet<string> keys)
    {
        var literals = room.Compiled.Literals;
        var sections = keys.Select(key => FirstPart(key) + ".").Distinct();
        var words = literals.SelectMany(literal => literal.TrimStart('-').Split('.')).ToHashSet();
        return new RoomTexts(room.Name, literals, words, ["", .. sections.Where(literals.Contains)]);
    }

    /// <summary>Whether the room names the key, the start of it, or its words.</summary>
    public bool Uses(string key) =>
        Prefixes.Where(prefix => key.StartsWith(prefix, StringComparison.Ordinal)).Any(prefix => Uses(prefix, key[prefix.Length..]));

    private bool Uses(string prefix, string rest) =>
        Literals.Contains(rest)
        || Starts(rest).Any(start => Literals.Contains(start) && !Prefixes.Contains(start))
        || prefix.Length > 0 && rest.Split('.').All(Words.Contains);

    /// <summary>Literals that look like a key, of a section or a part of one that there is, and are none.</summary>
    public IEnumerable<string> Unknown(IReadOnlySet<string> keys)
    {
        var parts = Prefixes.SelectMany(prefix => keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => FirstPart(key[prefix.Length..]))).ToHashSet();
        return Literals
            .Where(literal => KeyShape().IsMatch(literal) && parts.Contains(FirstPart(literal)) && !FileName().IsMatch(literal))
            .Where(literal => !Prefixes.Any(prefix => keys.Contains(prefix + literal) || keys.Any(key => key.StartsWith(StartOf(prefix + literal), StringComparison.Ordinal))));
    }

    /// <summary>The beginnings of a key from which the rest may be put together.</summary>
    private static IEnumerable<string> Starts(string key) =>
        Enumerable.Range(1, key.Length - 1).Select(length => key[..length]).Where(IsStart);

    /// <summary>"calendar.range" is also a family: calendar.range-unknown, calendar.range-year.</summary>
    private static string StartOf(string literal) => IsStart(literal) ? literal : literal + "-";

    private static bool IsStart(string literal) => literal.EndsWith('.') || literal.EndsWith('-');

    private static string FirstPart(string key) => key.Split('.')[0];

    [GeneratedRegex(@"^[a-z-]+\.([a-z0-9-]+\.)*[a-z0-9-]*$")]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"\.(yaml|csv|json|ndjson|parquet|arrow|js|css|sql|md)$")]
    private static partial Regex FileName();
}
