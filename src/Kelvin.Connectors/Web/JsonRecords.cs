using System.Text;
using System.Text.Json;

namespace Kelvin.Connectors.Web;

/// <summary>The rows in a JSON text: a list of objects, one somewhere inside an object, or an object a line.</summary>
internal static class JsonRecords
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };

    /// <summary>The whole text, as one element; lines of objects become a list.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonElement Read(ReadOnlyMemory<byte> text)
    {
        var bytes = text[(text.Span.StartsWith("\uFEFF"u8) ? 3 : 0)..];
        try
        {
            return Parse(bytes);
        }
        catch (JsonException) when (text.Span.IndexOf((byte)'\n') >= 0)
        {
            return Parse(Encoding.UTF8.GetBytes($"[{string.Join(',', Encoding.UTF8.GetString(bytes.Span).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))}]"));
        }
    }

    /// <summary>What stands at the end of a way such as <c>data.orders</c>; null when it leads nowhere.</summary>
    public static JsonElement? At(JsonElement from, string? way)
    {
        if (way is null)
            return from;
        if (from.ValueKind != JsonValueKind.Object)
            return null;
        // A name may itself hold a point.
        if (from.TryGetProperty(way, out var whole))
            return whole;
        var point = way.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && from.TryGetProperty(way[..point], out var next) ? At(next, way[(point + 1)..]) : null;
    }

    /// <summary>A value as sources hand them on; what is no single value is its text.</summary>
    public static object? Value(JsonElement? element) => element is not { } found ? null : found.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => found.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => found.TryGetDecimal(out var exact) ? exact : found.GetDouble(),
        _ => found.GetRawText(),
    };

    private static JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text, Options);
        return document.RootElement.Clone();
    }
}
