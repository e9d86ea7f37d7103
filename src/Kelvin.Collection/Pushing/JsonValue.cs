using System.Text;
using System.Text.Json;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Collection.Pushing;

/// <summary>Reads one JSON value as a column's type.</summary>
internal static class JsonValue
{
    /// <summary>The value, null when it is missing; or why it cannot be the column's.</summary>
    public static (object? Value, Issue? Fault) Read(ref Utf8JsonReader json, Column column, PushLimits limits)
    {
        if (json.TokenType == JsonTokenType.Null)
            return (null, null);
        if (json.ValueSpan.Length > limits.BytesAValue)
            return (null, Issue.At(null, "push.value-too-long", ("column", column.Name), ("most", limits.BytesAValue)));
        var value = (column.Type.Kind, json.TokenType) switch
        {
            (ValueKind.Text, JsonTokenType.String) => Text(ref json),
            (ValueKind.Boolean, JsonTokenType.True) => true,
            (ValueKind.Boolean, JsonTokenType.False) => false,
            (ValueKind.Date, JsonTokenType.String) => PlainValue.Day(Text(ref json)),
            (ValueKind.Timestamp, JsonTokenType.String) => PlainValue.Moment(Text(ref json)),
            (ValueKind.Number, JsonTokenType.Number) => Number(ref json, column),
            // Exact amounts are often sent as texts, since many programs would round a number.
            (ValueKind.Number, JsonTokenType.String) => PlainValue.Number(Text(ref json), column),
            _ => null,
        };
        return value is null ? (null, Fault(ref json, column)) : (value, null);
    }

    /// <summary>The text of a string or a name; null for half of a pair of surrogates, or bytes that are not UTF-8.</summary>
    public static string? Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static object? Number(ref Utf8JsonReader json, Column column)
    {
        if (column.Decimals is null)
            return json.TryGetDouble(out var binary) && double.IsFinite(binary) ? binary : null;
        return json.TryGetDecimal(out var exact) ? exact : null;
    }

    private static Issue Fault(ref Utf8JsonReader json, Column column)
    {
        var written = json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            ? null
            : Encoding.UTF8.GetString(json.ValueSpan[..Math.Min(json.ValueSpan.Length, 60)]);
        json.TrySkip();
        return Issue.At(null, written is null ? "push.value-nested" : $"push.not-a-{PlainValue.KindOf(column)}", ("column", column.Name), ("value", written));
    }
}
