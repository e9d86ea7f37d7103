using System.Collections.Immutable;
using Kelvin.Language;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kelvin.Catalog.Yaml;

/// <summary>
/// Reads one document into nodes with places. Aliases, anchors and tags are refused: definitions are read by people,
/// and aliases are how a small file becomes a huge one.
/// </summary>
internal sealed class YamlReader
{
    private const int Deepest = 20;

    private readonly SourceText _source;
    private readonly int _offset;
    private readonly Parser _parser;
    private readonly IssueList _issues;
    private int _lastOffset;

    private YamlReader(SourceText source, int start, int end, IssueList issues)
    {
        (_source, _offset, _lastOffset, _issues) = (source, start, start, issues);
        _parser = new Parser(new StringReader(source.Text[start..end]));
    }

    /// <summary>The document between two offsets; null after an issue that stands in the way of reading it.</summary>
    public static YamlNode? Read(SourceText source, int start, int end, IssueList issues)
    {
        var reader = new YamlReader(source, start, end, issues);
        try
        {
            return reader.Document();
        }
        catch (YamlException broken)
        {
            var at = Math.Max(start + (int)broken.Start.Index, broken.Start.Index > 0 ? start : reader._lastOffset);
            issues.Add(BrokenYaml.Explain(source, at, start, broken.Message));
            return null;
        }
        // The scanner answers some broken texts with exceptions of other kinds; whatever it throws, the text is to blame.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            issues.Add(BrokenYaml.Explain(source, reader._lastOffset, start, ""));
            return null;
        }
    }

    private YamlNode? Document()
    {
        while (_parser.MoveNext())
            if (_parser.Current is NodeEvent or AnchorAlias)
            {
                var root = Node(0);
                while (_parser.MoveNext())
                    if (_parser.Current is NodeEvent or AnchorAlias && _parser.Current is { } second)
                        throw new YamlException(second.Start, second.End, "second document");
                return root;
            }
        return null;
    }

    /// <summary>The node at the parser's place; leaves the parser at its last event. Null after an issue within.</summary>
    private YamlNode? Node(int depth)
    {
        var current = _parser.Current!;
        var place = PlaceOf(current);
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new YamlException(current.Start, current.End, "alias");
        if (current is NodeEvent { Tag.IsEmpty: false })
            throw new YamlException(current.Start, current.End, "tag");
        if (depth > Deepest)
            throw new YamlException(current.Start, current.End, "too deep");
        return current switch
        {
            MappingStart => Mapping(place, depth),
            SequenceStart => Sequence(place, depth),
            Scalar scalar => ScalarOf(scalar),
            _ => throw new YamlException(current.Start, current.End, ""),
        };
    }

    private YamlNode.Mapping Mapping(Place place, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (Next() is not MappingEnd)
        {
            var key = Node(depth + 1);
            Next();
            var value = Node(depth + 1);
            if (key is not YamlNode.Scalar name)
                _issues.Add(key?.Place ?? place, "catalog.key-not-text");
            else if (value is not null)
                entries.Add(new(name, value));
        }
        return new(place, entries.ToImmutable());
    }

    private YamlNode.Sequence Sequence(Place place, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Next() is not SequenceEnd)
            if (Node(depth + 1) is { } item)
                items.Add(item);
        return new(place, items.ToImmutable());
    }

    private YamlNode.Scalar ScalarOf(Scalar scalar)
    {
        var start = Math.Min(_offset + (int)scalar.Start.Index, Math.Max(0, _source.Text.Length - 1));
        var length = (int)(scalar.End.Index - scalar.Start.Index);
        return new(_source, start, length, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private ParsingEvent Next()
    {
        _parser.MoveNext();
        _lastOffset = _offset + (int)_parser.Current!.Start.Index;
        return _parser.Current;
    }

    private Place PlaceOf(ParsingEvent current)
    {
        var start = _offset + (int)current.Start.Index;
        return _source.PlaceOf(start, Math.Max(1, (int)(current.End.Index - current.Start.Index)));
    }
}
