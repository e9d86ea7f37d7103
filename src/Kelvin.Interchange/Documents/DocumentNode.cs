using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Kelvin.Language;

namespace Kelvin.Interchange.Documents;

/// <summary>A piece of another tool's file, YAML or JSON, that knows where it stands.</summary>
internal abstract class DocumentNode
{
    private DocumentNode(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>Keys and values, in the order of the file.</summary>
    internal sealed class Mapping(Place place, ImmutableArray<DocumentEntry> entries) : DocumentNode(place)
    {
        public ImmutableArray<DocumentEntry> Entries { get; } = entries;

        public bool Has(string key) => Entries.Any(entry => entry.Key == key);

        /// <summary>The value of a key; null when the key is absent or says nothing.</summary>
        public DocumentNode? Find(string key) =>
            Entries.FirstOrDefault(entry => entry.Key == key)?.Value is { } value and not Scalar { IsNothing: true } ? value : null;
    }

    /// <summary>A list.</summary>
    internal sealed class Sequence(Place place, ImmutableArray<DocumentNode> items) : DocumentNode(place)
    {
        public ImmutableArray<DocumentNode> Items { get; } = items;
    }

    /// <summary>A single text, number, truth value or nothing, as text.</summary>
    internal sealed class Scalar(Place place, string text, bool isPlain) : DocumentNode(place)
    {
        public string Text { get; } = text;

        /// <summary>Whether nothing is given: an empty value or null.</summary>
        public bool IsNothing { get; } = isPlain && text is "" or "~" or "null" or "Null" or "NULL";

        /// <summary>Whether it means true; anything but the words for true is false.</summary>
        public bool IsTrue => Text is "true" or "True" or "TRUE" or "yes" or "on";
    }

    /// <summary>The node as a mapping.</summary>
    public bool IsMapping([NotNullWhen(true)] out Mapping? mapping) => (mapping = this as Mapping) is not null;
}

/// <summary>A key with its value.</summary>
internal sealed record DocumentEntry(string Key, Place Place, DocumentNode Value);
