using System.Globalization;
using System.Text.Json;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Collection.Pushing;

/// <summary>Reads one JSON value as a column's type. Nothing is guessed: a moment says its offset, a number is written with a point.</summary>
internal static class JsonValue
{
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
    ];

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
            (ValueKind.Date, JsonTokenType.String) => Day(Text(ref json)),
            (ValueKind.Timestamp, JsonTokenType.String) => Moment(Text(ref json)),
            (ValueKind.Number, JsonTokenType.Number) => Number(ref json, column),
            // Exact amounts are often sent as texts, since many programs would round a number.
            (ValueKind.Number, JsonTokenType.String) => Number(Text(ref json), column),
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

    private static object? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1000 ? day : null;

    private static object? Moment(string? written) =>
        written is not null && HasOffset(written)
        && DateTimeOffset.TryParseExact(written, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.UtcDateTime.Year is >= 1000 and <= 9998
            // Engines keep microseconds; what they would do with the rest differs.
            ? moment.UtcDateTime.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerMicrosecond))
            : null;

    private static bool HasOffset(string written) => written is [.., 'Z'] || (written.Length > 16 && written.AsSpan(16).ContainsAny('+', '-'));

    private static object? Number(ref Utf8JsonReader json, Column column)
    {
        if (column.Decimals is null)
            return json.TryGetDouble(out var binary) && double.IsFinite(binary) ? binary : null;
        return json.TryGetDecimal(out var exact) ? exact : null;
    }

    private static object? Number(string? written, Column column)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (column.Decimals is null)
            return double.TryParse(written, Style, CultureInfo.InvariantCulture, out var binary) && double.IsFinite(binary) ? binary : null;
        return decimal.TryParse(written, Style, CultureInfo.InvariantCulture, out var exact) ? exact : null;
    }

    private static Issue Fault(ref Utf8JsonReader json, Column column)
    {
        var written = json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            ? null
            : System.Text.Encoding.UTF8.GetString(json.ValueSpan[..Math.Min(json.ValueSpan.Length, 60)]);
        json.TrySkip();
        var kind = column.Type.Kind switch
        {
            ValueKind.Text => "text",
            ValueKind.Boolean => "boolean",
            ValueKind.Date => "date",
            ValueKind.Timestamp => "timestamp",
            _ => "number",
        };
        return Issue.At(null, written is null ? "push.value-nested" : $"push.not-a-{kind}", ("column", column.Name), ("value", written));
    }
}
