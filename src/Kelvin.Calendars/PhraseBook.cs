using System.Collections.Concurrent;
using Kelvin.Language;

namespace Kelvin.Calendars;

/// <summary>
/// What people may write, in every language at once: texts under <c>calendar.words</c> whose alternatives are
/// separated by <c>|</c>. A new language's file brings its own.
/// </summary>
internal static class PhraseBook
{
    private static readonly ConcurrentDictionary<string, string[]> Known = new();

    /// <summary>Every way to say this, English first, in lower case.</summary>
    public static IReadOnlyList<string> Of(string key) => Known.GetOrAdd(key, static key =>
        [.. Texts.Tongues
            .Select(code => Tongue.Find(code)!)
            .OrderBy(tongue => tongue != Tongue.English)
            .SelectMany(tongue => Alternatives(key, tongue))
            .Distinct()]);

    /// <summary>The first way to say this in a language.</summary>
    public static string First(string key, Tongue tongue) => Alternatives(key, tongue)[0];

    /// <summary>Lower case, single spaces, none at the ends.</summary>
    public static string Normalise(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The place of the whole text, without the blanks around it.</summary>
    public static Place Whole(string text)
    {
        var blanks = text.Length - text.TrimStart().Length;
        return new Place(null, 1, blanks == text.Length ? 1 : blanks + 1, Math.Max(1, text.Trim().Length));
    }

    private static string[] Alternatives(string key, Tongue tongue) => Texts.Say(tongue, "calendar.words." + key).Split('|');
}
