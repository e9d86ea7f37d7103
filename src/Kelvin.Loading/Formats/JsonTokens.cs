using System.Text.Json;

namespace Kelvin.Loading.Formats;

/// <summary>Reads the tokens of JSON, one value after the other, in bounded memory.</summary>
internal sealed class JsonTokens(Stream utf8, string name, FileLimits limits) : IDisposable
{
    private byte[] _buffer = new byte[1 << 16];
    private JsonReaderState _state = new(new JsonReaderOptions
    {
        AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = limits.Depth,
    });

    private int _start, _end;
    private bool _isAllRead;

    /// <summary>What kind of token it is.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>How deep it stands: 0 for a value that is in no other.</summary>
    public int Depth { get; private set; }

    /// <summary>A name, a text, or a number as written; else null.</summary>
    public string? Text { get; private set; }

    /// <summary>Goes to the next token; false after the last.</summary>
    /// <exception cref="UnusableFileException">It is not JSON, too deep, or a value is too long.</exception>
    public bool Read()
    {
        while (!TryRead())
        {
            if (_isAllRead)
                return false;
            Fill();
        }
        return true;
    }

    /// <summary>Passes over a value of which the first token has been read.</summary>
    public void Skip()
    {
        if (Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var depth = Depth;
        while (Read() && (Depth > depth || Type is not (JsonTokenType.EndObject or JsonTokenType.EndArray)))
        {
        }
    }

    public void Dispose() => utf8.Dispose();

    private bool TryRead()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isAllRead, _state);
        try
        {
            if (!reader.Read())
                return Pass(reader);
            Type = reader.TokenType;
            Depth = reader.CurrentDepth;
            Text = Type switch
            {
                JsonTokenType.PropertyName or JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            };
            Pass(reader);
            return true;
        }
        catch (JsonException broken) when (broken.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
        {
            throw UnusableFileException.With("import.json-too-deep", ("file", name), ("limit", limits.Depth));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw UnusableFileException.With("import.broken-json", ("file", name), ("line", ((broken as JsonException)?.LineNumber ?? 0) + 1));
        }
    }

    private bool Pass(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return false;
    }

    private void Fill()
    {
        var kept = _end - _start;
        if (kept > Loading.Text.RecordReader.LongestRecord)
            throw UnusableFileException.With("import.value-too-long", ("file", name), ("limit", Loading.Text.RecordReader.LongestRecord));
        if (kept > _buffer.Length / 2)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, kept);
        (_start, _end) = (0, kept);
        var read = utf8.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAllRead = read == 0;
    }
}
