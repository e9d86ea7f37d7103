using System.Text.Json;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Collection.Pushing;

/// <summary>
/// Reads rows from JSON: an array of objects, or objects one after another (NDJSON). A row that cannot be read is refused by itself;
/// text that is not JSON refuses all, for nobody can tell what was meant.
/// </summary>
internal sealed class JsonRows
{
    private readonly PushLimits _limits;
    private readonly RowsInTheMaking _rows;

    private JsonRows(Dataset dataset, PushLimits limits) => (_limits, _rows) = (limits, new RowsInTheMaking(dataset));

    /// <summary>The rows that can be read and those that cannot; or why the text cannot be used at all.</summary>
    public static Checked<ReadRows> Read(ReadOnlySpan<byte> text, Dataset dataset, PushLimits limits)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var json = new JsonRows(dataset, limits);
        try
        {
            return json.ReadAll(text) is { } issue ? Checked<ReadRows>.Faulty(issue) : Checked<ReadRows>.Sound(json._rows.Build());
        }
        catch (JsonException failure)
        {
            return Checked<ReadRows>.Faulty(Issue.At(
                null, "push.not-json", ("line", (failure.LineNumber ?? 0) + 1), ("byte", (failure.BytePositionInLine ?? 0) + 1)));
        }
    }

    private Issue? ReadAll(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 32 });
        var isInArray = false;
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.StartArray when !isInArray && _rows.Count == 0:
                    isInArray = true;
                    break;
                case JsonTokenType.EndArray when isInArray:
                    isInArray = false;
                    break;
                case JsonTokenType.StartObject when _rows.Count == _limits.RowsARequest:
                    return Issue.At(null, "push.too-many-rows", ("most", _limits.RowsARequest));
                case JsonTokenType.StartObject:
                    ReadRow(ref json);
                    break;
                default:
                    return Issue.At(null, "push.not-rows", ("row", _rows.Count + 1));
            }
        }
        return _rows.Count == 0 && !text.Trim(" \t\r\n"u8).StartsWith("["u8) ? Issue.At(null, "push.no-rows") : null;
    }

    private void ReadRow(ref Utf8JsonReader json)
    {
        Issue? fault = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonValue.Text(ref json) ?? "\uFFFD";
            json.Read();
            if (_rows.PlaceOf(name) is { } place)
            {
                var (value, wrong) = JsonValue.Read(ref json, _rows[place], _limits);
                fault ??= wrong;
                _rows.Set(place, value);
            }
            else
            {
                json.Skip();
                fault ??= _rows.Unknown(name);
            }
        }
        _rows.EndRow(fault);
    }
}
