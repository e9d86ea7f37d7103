using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>
/// The keys of one group in a definition. Unknown and repeated keys are reported at once, wrong kinds of value when they are read.
/// </summary>
internal sealed class Fields
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly IssueList _issues;

    public Fields(YamlNode.Mapping mapping, IReadOnlyList<string> known, IssueList issues)
    {
        _issues = issues;
        foreach (var entry in mapping.Entries)
            if (!known.Contains(entry.Key.Text))
                issues.Add(entry.Key.Place, "catalog.unknown-key", ("key", entry.Key.Text),
                    ("nearest", NearestName.Of(entry.Key.Text, known)), ("known", string.Join(", ", known)));
            else if (!_entries.TryAdd(entry.Key.Text, entry))
                issues.Add(entry.Key.Place, "catalog.duplicate-key",
                    ("key", entry.Key.Text), ("line", _entries[entry.Key.Text].Key.Place.Line));
    }

    public bool Has(string key) => _entries.ContainsKey(key);

    public Place? PlaceOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Key.Place : null;

    /// <summary>A single text that is not empty, or null.</summary>
    public YamlNode.Scalar? Text(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return null;
        if (entry.Value is not YamlNode.Scalar scalar)
            _issues.Add(entry.Key.Place, "catalog.not-text", ("key", key));
        else if (scalar.IsNothing || string.IsNullOrWhiteSpace(scalar.Text))
            _issues.Add(entry.Key.Place, "catalog.empty", ("key", key));
        else
            return scalar;
        return null;
    }

    /// <summary>A text that must be there; where it is not, the issue stands at the definition's name and shows an example.</summary>
    public YamlNode.Scalar? Required(string key, Place where, string example)
    {
        RequireKey(key, where, example);
        return Text(key);
    }

    /// <summary>Reports a key that must be there and is not, whatever its value would be.</summary>
    public void RequireKey(string key, Place where, string example)
    {
        if (!Has(key))
            _issues.Add(where, "catalog.missing-key", ("key", key), ("example", example));
    }

    /// <summary>One of a few words, or the alternative when the key is absent or wrong.</summary>
    public T Word<T>(string key, T otherwise, Vocabulary<T> words) =>
        Text(key) is { } scalar ? Word(scalar, key, otherwise, words) : otherwise;

    /// <summary>The meaning of one word of a list, or the alternative when it is wrong.</summary>
    public T Word<T>(YamlNode.Scalar scalar, string key, T otherwise, Vocabulary<T> words)
    {
        if (words.TryRead(scalar.Text, out var value))
            return value;
        _issues.Add(scalar.Place, "catalog.unknown-word", ("key", key), ("value", scalar.Text),
            ("nearest", NearestName.Of(scalar.Text, words.Words)), ("known", string.Join(", ", words.Words)));
        return otherwise;
    }

    /// <summary>A truth value, or null.</summary>
    public bool? Truth(string key)
    {
        if (Text(key) is not { } scalar)
            return null;
        if (scalar.Text is "true" or "false")
            return scalar.Text == "true";
        _issues.Add(scalar.Place, "catalog.not-truth", ("key", key), ("value", scalar.Text));
        return null;
    }

    /// <summary>A whole number within bounds, or null.</summary>
    public int? Whole(string key, int least, int greatest)
    {
        if (Text(key) is not { } scalar)
            return null;
        if (int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= greatest)
            return value;
        _issues.Add(scalar.Place, "catalog.not-whole",
            ("key", key), ("value", scalar.Text), ("least", least), ("greatest", greatest));
        return null;
    }

    /// <summary>One text or a list of texts; empty when the key is absent.</summary>
    public ImmutableArray<YamlNode.Scalar> List(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return [];
        if (entry.Value is YamlNode.Scalar)
            return Text(key) is { } single ? [single] : [];
        if (entry.Value is YamlNode.Sequence sequence)
            return [.. sequence.Items.Select(item => InList(key, item)).OfType<YamlNode.Scalar>()];
        _issues.Add(entry.Key.Place, "catalog.not-list", ("key", key));
        return [];
    }

    /// <summary>A group of keys and values, or null.</summary>
    public YamlNode.Mapping? Group(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return null;
        if (entry.Value is YamlNode.Mapping mapping)
            return mapping;
        _issues.Add(entry.Key.Place, "catalog.not-group", ("key", key));
        return null;
    }

    /// <summary>A list of groups; empty when the key is absent.</summary>
    public ImmutableArray<YamlNode.Mapping> Groups(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return [];
        if (entry.Value is YamlNode.Sequence sequence && sequence.Items.All(item => item is YamlNode.Mapping))
            return [.. sequence.Items.Cast<YamlNode.Mapping>()];
        _issues.Add(entry.Key.Place, "catalog.not-rows", ("key", key));
        return [];
    }

    /// <summary>A text in one or several languages, or null.</summary>
    public LocalText? Local(string key)
    {
        if (!_entries.TryGetValue(key, out var entry) || entry.Value is not YamlNode.Mapping mapping)
            return Text(key) is { } same ? LocalText.Same(same.Text.Trim()) : null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, value) in mapping.Entries)
            if (code.Text.Length != 2 || !code.Text.All(char.IsAsciiLetterLower))
                _issues.Add(code.Place, "catalog.not-tongue", ("key", code.Text));
            else if (value is not YamlNode.Scalar text || string.IsNullOrWhiteSpace(text.Text))
                _issues.Add(code.Place, "catalog.empty", ("key", code.Text));
            else if (!texts.TryAdd(code.Text, text.Text.Trim()))
                _issues.Add(code.Place, "catalog.duplicate-key", ("key", code.Text), ("line", entry.Key.Place.Line));
        return texts.Count == 0 ? null : new LocalText(texts);
    }

    private YamlNode.Scalar? InList(string key, YamlNode item)
    {
        if (item is YamlNode.Scalar { IsNothing: false } scalar)
            return scalar;
        _issues.Add(item.Place, "catalog.not-list", ("key", key));
        return null;
    }
}
