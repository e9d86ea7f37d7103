using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Catalog.Yaml;

/// <summary>A piece of a YAML document that knows where it stands.</summary>
internal abstract class YamlNode
{
    private YamlNode(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>Keys and values, in the order of the file; a key may occur twice.</summary>
    internal sealed class Mapping(Place place, ImmutableArray<YamlEntry> entries) : YamlNode(place)
    {
        public ImmutableArray<YamlEntry> Entries { get; } = entries;
    }

    /// <summary>A list.</summary>
    internal sealed class Sequence(Place place, ImmutableArray<YamlNode> items) : YamlNode(place)
    {
        public ImmutableArray<YamlNode> Items { get; } = items;
    }

    /// <summary>A single text, as YAML reads it.</summary>
    internal sealed class Scalar(SourceText source, int start, int length, string text, bool isPlain)
        : YamlNode(source.PlaceOf(start, length))
    {
        private ScalarOffsets? _offsets;

        public string Text { get; } = text;

        /// <summary>Whether it is written without quotes, so that numbers, truth values and nothing are meant as such.</summary>
        public bool IsPlain { get; } = isPlain;

        /// <summary>Whether nothing is given: an empty value, <c>~</c> or <c>null</c>.</summary>
        public bool IsNothing => IsPlain && Text is "" or "~" or "null";

        /// <summary>Another text that is written down here, as when a name makes further ones.</summary>
        public Scalar Saying(string other) => new(source, start, length, other, isPlain: true);

        /// <summary>Where a stretch of the text stands in the file, however the scalar is quoted, folded or indented.</summary>
        public Place PlaceOf(int at, int span)
        {
            _offsets ??= ScalarOffsets.Of(source.Text, start, Text);
            return _offsets.Range(at, span) is var (from, to) ? source.PlaceOf(from, to - from) : Place;
        }
    }
}

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlNode.Scalar Key, YamlNode Value);
