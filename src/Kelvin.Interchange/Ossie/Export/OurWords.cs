using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kelvin.Interchange.Ossie.Reading;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie.Export;

/// <summary>Writes what Ossie has no words for as an extension of our own, which our import reads again.</summary>
internal static class OurWords
{
    /// <summary>The extension; null when there is nothing to say. Values are texts, lists of texts, or texts in several languages.</summary>
    public static (string, object?)[][]? Of(params ReadOnlySpan<(string Key, object? Value)> words)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (key, value) in words)
                Write(key, value, json);
            json.WriteEndObject();
        }
        var data = Encoding.UTF8.GetString(buffer.ToArray());
        return data == "{}" ? null : [[("vendor_name", KelvinExtension.Vendor), ("data", data)]];
    }

    private static void Write(string key, object? value, Utf8JsonWriter json)
    {
        if (value is null or string[] { Length: 0 })
            return;
        json.WritePropertyName(key);
        switch (value)
        {
            case string[] texts:
                json.WriteStartArray();
                foreach (var text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            case LocalText local:
                json.WriteStartObject();
                foreach (var code in local.Codes)
                    json.WriteString(code, local.In(Tongue.Find(code) ?? Tongue.English));
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
