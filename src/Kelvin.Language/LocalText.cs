using System.Collections.Immutable;

namespace Kelvin.Language;

/// <summary>One text in several languages, as people write it in a definition: <c>{ sv: Ordrar, en: Orders }</c>.</summary>
public sealed record LocalText
{
    private static readonly ImmutableSortedDictionary<string, string> Nothing =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<string, string> _byCode;

    /// <summary>The text in each language, keyed by ISO 639-1 code.</summary>
    public LocalText(IEnumerable<KeyValuePair<string, string>> byCode) =>
        _byCode = byCode.Aggregate(Nothing, (all, one) => all.Add(one.Key, one.Value));

    /// <summary>The same text in every language, as for a proper name.</summary>
    public static LocalText Same(string text) => new([new("en", text)]);

    /// <summary>The codes of the languages in which the text is given.</summary>
    public IEnumerable<string> Codes => _byCode.Keys;

    /// <summary>The text in this language; where it is missing, English, and failing that any.</summary>
    public string In(Tongue tongue) =>
        _byCode.TryGetValue(tongue.Code, out var text) ? text
        : _byCode.TryGetValue(Tongue.English.Code, out var english) ? english
        : _byCode.Values.FirstOrDefault("");

    /// <inheritdoc />
    public bool Equals(LocalText? other) => other is not null && _byCode.SequenceEqual(other._byCode);

    /// <inheritdoc />
    public override int GetHashCode() => _byCode.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    /// <inheritdoc />
    public override string ToString() => In(Tongue.English);
}
