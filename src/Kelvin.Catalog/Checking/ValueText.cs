using System.Globalization;
using Kelvin.Formulas;

namespace Kelvin.Catalog.Checking;

/// <summary>Reads a value as it is written in a test.</summary>
internal static class ValueText
{
    private static readonly string[] Instants =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFF",
    ];

    /// <summary>The value in the column's type, or null when it is not one. Instants without an offset are local.</summary>
    public static object? Read(string text, Column column, TimeZoneInfo zone) => column.Type.Kind switch
    {
        ValueKind.Text => text,
        ValueKind.Boolean => text switch { "true" => true, "false" => false, _ => null },
        ValueKind.Date =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        ValueKind.Timestamp => Instant(text, zone),
        _ => Number(text, column),
    };

    private static object? Number(string text, Column column) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && (column.Decimals is not { } decimals || decimal.Round(number, decimals) == number)
            ? number
            : null;

    /// <summary>The instant in UTC, or null when the text is none; without an offset it is local.</summary>
    public static DateTime? Instant(string text, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return zone.IsInvalidTime(local) ? null : TimeZoneInfo.ConvertTimeToUtc(local, zone);
        return DateTimeOffset.TryParseExact(
            text, [.. Instants.Skip(1).Select(format => format + "K")], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.UtcDateTime
            : null;
    }
}
