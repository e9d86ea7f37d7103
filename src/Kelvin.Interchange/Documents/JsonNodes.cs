using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Kelvin.Language;

namespace Kelvin.Interchange.Documents;

/// <summary>Reads JSON into nodes that know their lines and columns.</summary>
internal ref struct JsonNodes
{
    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly List<int> _lineStarts;
    private Utf8JsonReader _reader;

    private JsonNodes(string path, string text)
    {
        _path = path;
        _bytes = Encoding.UTF8.GetBytes(text);
        _lineStarts = [0];
        for (var at = 0; at < _bytes.Length; at++)
            if (_bytes[at] == (byte)'\n')
                _lineStarts.Add(at + 1);
        _reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>The document of a text; none, and an issue, when it is not JSON.</summary>
    public static ImmutableArray<DocumentNode> Read(string path, string text, ICollection<Issue> issues)
    {
        var nodes = new JsonNodes(path, text);
        try
        {
            nodes._reader.Read();
            return [nodes.Current()];
        }
        catch (JsonException broken)
        {
            issues.Add(Issue.At(new Place(path, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, 1), "interchange.not-json"));
            return [];
        }
    }

    private DocumentNode Current() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => Mapping(),
        JsonTokenType.StartArray => Sequence(),
        JsonTokenType.String => new DocumentNode.Scalar(Place(), _reader.GetString()!, isPlain: false),
        _ => new DocumentNode.Scalar(Place(), Encoding.UTF8.GetString(_reader.ValueSpan), isPlain: true),
    };

    private DocumentNode.Mapping Mapping()
    {
        var place = Place();
        var entries = ImmutableArray.CreateBuilder<DocumentEntry>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var (key, at) = (_reader.GetString()!, Place());
            _reader.Read();
            entries.Add(new DocumentEntry(key, at, Current()));
        }
        return new DocumentNode.Mapping(place, entries.ToImmutable());
    }

    private DocumentNode.Sequence Sequence()
    {
        var place = Place();
        var items = ImmutableArray.CreateBuilder<DocumentNode>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            items.Add(Current());
        return new DocumentNode.Sequence(place, items.ToImmutable());
    }

    private readonly Place Place()
    {
        var offset = (int)_reader.TokenStartIndex;
        var found = _lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        var column = Encoding.UTF8.GetCharCount(_bytes, _lineStarts[line], offset - _lineStarts[line]);
        return new Place(_path, line + 1, column + 1, Math.Max(1, _reader.ValueSpan.Length));
    }
}
