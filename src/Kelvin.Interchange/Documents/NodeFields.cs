using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Interchange.Documents;

/// <summary>
/// The keys of a mapping, read one by one. It remembers which were read, so that the rest can be reported: nothing that another
/// tool's file says is passed over without a word.
/// </summary>
internal sealed class NodeFields(DocumentNode.Mapping mapping, ICollection<Issue> issues)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public Place Place => mapping.Place;

    public bool Has(string key) => Node(key) is not null;

    /// <summary>The value of a key, or null when it says nothing.</summary>
    public DocumentNode? Node(string key)
    {
        _read.Add(key);
        return mapping.Find(key);
    }

    /// <summary>The place of a key's value, else of the whole.</summary>
    public Place PlaceOf(string key) => mapping.Find(key)?.Place ?? mapping.Place;

    /// <summary>A text, or null.</summary>
    public string? Text(string key)
    {
        if (Node(key) is DocumentNode.Scalar scalar)
            return scalar.Text.Trim() is { Length: > 0 } text ? text : null;
        if (Node(key) is { } other)
            issues.Add(Issue.At(other.Place, "interchange.not-text", ("key", key)).AsWarning());
        return null;
    }

    /// <summary>A word in lower case, or null.</summary>
    public string? Word(string key) => Text(key)?.ToLowerInvariant();

    /// <summary>Whether a key is there and true.</summary>
    public bool IsTrue(string key) => Node(key) is DocumentNode.Scalar { IsTrue: true };

    /// <summary>A number, or null.</summary>
    public decimal? Number(string key) =>
        Text(key) is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A mapping, or null.</summary>
    public NodeFields? Group(string key) => Node(key) is DocumentNode.Mapping group ? new NodeFields(group, issues) : null;

    /// <summary>The mappings in a list.</summary>
    public IEnumerable<NodeFields> Groups(string key) =>
        Items(key).OfType<DocumentNode.Mapping>().Select(item => new NodeFields(item, issues));

    /// <summary>The items of a list; a value that is no list is a list of one.</summary>
    public ImmutableArray<DocumentNode> Items(string key) => Node(key) switch
    {
        DocumentNode.Sequence sequence => sequence.Items,
        { } single => [single],
        null => [],
    };

    /// <summary>The texts in a list.</summary>
    public ImmutableArray<string> Texts(string key) => [.. Items(key).OfType<DocumentNode.Scalar>().Select(item => item.Text)];

    /// <summary>Keys that hold what a tool needs for its own work and that say nothing about the definition.</summary>
    public NodeFields Ignore(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            _read.Add(key);
        return this;
    }

    /// <summary>Reports every key that says something and was not read.</summary>
    public void ReportUnread()
    {
        foreach (var entry in mapping.Entries)
            if (!_read.Contains(entry.Key) && SaysSomething(entry.Value))
                issues.Add(Issue.At(entry.Place, "interchange.key-lost", ("key", entry.Key)).AsWarning());
    }

    private static bool SaysSomething(DocumentNode node) => node switch
    {
        DocumentNode.Scalar scalar => !scalar.IsNothing && scalar.Text is not ("" or "false" or "False"),
        DocumentNode.Sequence sequence => sequence.Items.Any(SaysSomething),
        DocumentNode.Mapping mapping => mapping.Entries.Any(entry => SaysSomething(entry.Value)),
        _ => true,
    };
}
