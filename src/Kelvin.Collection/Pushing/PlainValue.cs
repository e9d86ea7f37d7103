using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Collection.Pushing;

/// <summary>Reads one value that is written as text, the way programs write. Nothing is guessed: a moment says its offset, a number is written with a point.</summary>
internal static class PlainValue
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
    ];

    /// <summary>The value as the column's type; null when it cannot be.</summary>
    public static object? Read(string written, Column column) => column.Type.Kind switch
    {
        ValueKind.Text => written,
        ValueKind.Boolean => written switch { "true" => true, "false" => false, _ => null },
        ValueKind.Date => Day(written),
        ValueKind.Timestamp => Moment(written),
        _ => Number(written, column),
    };

    /// <summary>The word in the codes of issues for what a column holds.</summary>
    public static string KindOf(Column column) => column.Type.Kind switch
    {
        ValueKind.Text => "text",
        ValueKind.Boolean => "boolean",
        ValueKind.Date => "date",
        ValueKind.Timestamp => "timestamp",
        _ => "number",
    };

    /// <summary>A day.</summary>
    public static object? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1000 ? day : null;

    /// <summary>An instant, from a text that says its offset.</summary>
    public static object? Moment(string? written) =>
        written is not null && HasOffset(written)
        && DateTimeOffset.TryParseExact(written, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.UtcDateTime.Year is >= 1000 and <= 9998
            // Engines keep microseconds; what they would do with the rest differs.
            ? moment.UtcDateTime.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerMicrosecond))
            : null;

    /// <summary>A number, binary or exact as the column is.</summary>
    public static object? Number(string? written, Column column)
    {
        if (column.Decimals is null)
            return double.TryParse(written, Style, CultureInfo.InvariantCulture, out var binary) && double.IsFinite(binary) ? binary : null;
        return decimal.TryParse(written, Style, CultureInfo.InvariantCulture, out var exact) ? exact : null;
    }

    private static bool HasOffset(string written) => written is [.., 'Z'] || (written.Length > 16 && written.AsSpan(16).ContainsAny('+', '-'));
}
