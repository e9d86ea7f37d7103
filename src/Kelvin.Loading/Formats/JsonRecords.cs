using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Kelvin.Loading.Formats;

/// <summary>Goes through the records of a JSON file; objects inside a record become values with dots in their names, arrays stay JSON.</summary>
internal sealed class JsonRecords(JsonTokens tokens, string? array) : IDisposable
{
    private bool _isInside;

    /// <summary>Tells each value of the next record: name, kind and text; false after the last record.</summary>
    public bool Next(Action<string, JsonTokenType, string?> take)
    {
        if (!_isInside && array is not null && !FindArray())
            return false;
        _isInside = true;
        while (tokens.Read())
        {
            if (tokens.Type == JsonTokenType.StartObject)
            {
                TakeObject("", take);
                return true;
            }
            if (tokens.Type == JsonTokenType.EndArray && array is not null)
                return false;
            // An array around the records is nothing of its own; a value that is no object is a record with one value.
            if (tokens.Type is not (JsonTokenType.StartArray or JsonTokenType.EndArray))
            {
                take("value", tokens.Type, tokens.Text);
                return true;
            }
        }
        return false;
    }

    public void Dispose() => tokens.Dispose();

    private bool FindArray()
    {
        tokens.Read();
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            var isIt = tokens.Text == array;
            tokens.Read();
            if (isIt && tokens.Type == JsonTokenType.StartArray)
                return true;
            tokens.Skip();
        }
        return false;
    }

    private void TakeObject(string prefix, Action<string, JsonTokenType, string?> take)
    {
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            var name = prefix + tokens.Text;
            tokens.Read();
            if (tokens.Type == JsonTokenType.StartObject)
                TakeObject(name + ".", take);
            else if (tokens.Type == JsonTokenType.StartArray)
                take(name, JsonTokenType.String, Array());
            else
                take(name, tokens.Type, tokens.Text);
        }
    }

    /// <summary>An array as JSON, of which the first token has been read.</summary>
    private string Array()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            while (writer.CurrentDepth > 0 && tokens.Read())
                Copy(writer);
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private void Copy(Utf8JsonWriter writer)
    {
        switch (tokens.Type)
        {
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(tokens.Text!);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(tokens.Text);
                break;
            case JsonTokenType.Number:
                writer.WriteRawValue(tokens.Text!);
                break;
            case JsonTokenType.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteBooleanValue(tokens.Type == JsonTokenType.True);
                break;
        }
    }
}
