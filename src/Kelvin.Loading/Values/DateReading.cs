using System.Globalization;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Loading.Values;

/// <summary>Reads days: in the format named, else year first; which of day and month comes first is never guessed.</summary>
internal sealed class DateReading(Column column, string? format, bool isTyped) : FieldReader(column)
{
    private static readonly string[] YearFirst = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy/M/d", "yyyy.MM.dd", "yyyyMMdd"];

    // Many programs write a day as its midnight.
    private static readonly string[] Midnight =
        ["yyyy-MM-dd'T'00:00:00", "yyyy-MM-dd 00:00:00", "yyyy-MM-dd'T'00:00:00'Z'", "yyyy-MM-dd 00:00:00.000", "yyyy-MM-dd'T'00:00:00.000'Z'"];

    private readonly string[] _formats = format is null ? [.. YearFirst, .. Midnight]
        // Two ways that both begin with the year could mean different days.
        : isTyped && !format.StartsWith('y') ? [format, YearFirst[0]] : [format];

    public override Issue? Rewrite(ReadOnlySpan<char> field, StringBuilder rewritten)
    {
        if (!DateTime.TryParseExact(field.Trim(), _formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var day)
            || day.Year < 1000)
            return Fault("import.not-a-date", field, ("format", format));
        rewritten.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return null;
    }
}
