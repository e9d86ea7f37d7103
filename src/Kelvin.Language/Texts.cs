using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Kelvin.Language;

/// <summary>
/// Every text of the product, by language and key. A language is one file, <c>Texts/CODE.json</c>.
/// A text's placeholders are <c>{name}</c>, and <c>{name|one|many}</c> for a word that follows a number.
/// </summary>
public static class Texts
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, Entry>> ByTongue = Load();

    /// <summary>Codes of the languages that have a file.</summary>
    public static IReadOnlyCollection<string> Tongues => ByTongue.Keys;

    /// <summary>Every key of a language's file, for tests that compare languages.</summary>
    public static IReadOnlyCollection<string> Keys(Tongue tongue) => ByTongue[tongue.Code].Keys;

    /// <summary>The template and hint templates under a key, for tests that compare languages.</summary>
    public static (string Text, ImmutableArray<string> Hints) Templates(Tongue tongue, string key) =>
        (ByTongue[tongue.Code][key].Text, ByTongue[tongue.Code][key].Hints);

    /// <summary>The text under a key with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">No language has the key: a mistake in our code, never a person's.</exception>
    public static string Say(Tongue tongue, string key, IReadOnlyDictionary<string, object> arguments) =>
        Template.Fill(Find(tongue, key).Text, arguments, CultureOf(tongue))
        ?? throw new KeyNotFoundException($"The text '{key}' needs a placeholder that was not given.");

    /// <summary>The text under a key that has no placeholders.</summary>
    public static string Say(Tongue tongue, string key) =>
        Say(tongue, key, ImmutableDictionary<string, object>.Empty);

    /// <summary>The first hint under a key whose placeholders are all given, or null.</summary>
    public static string? Hint(Tongue tongue, string key, IReadOnlyDictionary<string, object> arguments) =>
        Find(tongue, key).Hints
            .Select(hint => Template.Fill(hint, arguments, CultureOf(tongue)))
            .FirstOrDefault(hint => hint is not null);

    /// <summary>The culture by which numbers and dates are written in a language.</summary>
    public static CultureInfo CultureOf(Tongue tongue) =>
        CultureInfo.GetCultureInfo(tongue == Tongue.Swedish ? "sv-SE" : tongue == Tongue.English ? "en-GB" : tongue.Code);

    private static Entry Find(Tongue tongue, string key) =>
        ByTongue[tongue.Code].TryGetValue(key, out var entry) ? entry
        : ByTongue[Tongue.English.Code].TryGetValue(key, out var english) ? english
        : throw new KeyNotFoundException($"No text has the key '{key}'.");

    private static FrozenDictionary<string, FrozenDictionary<string, Entry>> Load()
    {
        var assembly = typeof(Texts).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => name.Split('.')[^2],
                name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    using var document = JsonDocument.Parse(stream);
                    return Entries("", document.RootElement)
                        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
                });
    }

    /// <summary>Nested objects join their names with a dot; an object with a string "text" is an entry with hints.</summary>
    private static IEnumerable<KeyValuePair<string, Entry>> Entries(string prefix, JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            var key = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.String)
                yield return new(key, new Entry(property.Value.GetString()!, []));
            else if (property.Value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                yield return new(key, new Entry(text.GetString()!, Hints(property.Value)));
            else
                foreach (var entry in Entries(key + ".", property.Value))
                    yield return entry;
        }
    }

    private static ImmutableArray<string> Hints(JsonElement entry) =>
        !entry.TryGetProperty("hint", out var hint) ? []
        : hint.ValueKind == JsonValueKind.Array ? [.. hint.EnumerateArray().Select(item => item.GetString()!)]
        : [hint.GetString()!];

    private sealed record Entry(string Text, ImmutableArray<string> Hints);
}
