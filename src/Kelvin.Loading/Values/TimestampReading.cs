using System.Globalization;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Loading.Values;

/// <summary>
/// Reads instants: in the format named, else year first. One with an offset or Z is exact; one without is on the clock of the
/// zone. Kept to the microsecond.
/// </summary>
internal sealed class TimestampReading(Column column, string? format, LocalTimeline zone, bool isTyped) : FieldReader(column)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy-M-d", "yyyy/M/d"];
    private static readonly string[] Times = [" HH:mm:ss.FFFFFFF", " HH:mm:ss", " HH:mm", " H:mm:ss", " H:mm", ""];

    private readonly string[] _formats = format is not null ? [format]
        : [.. from day in Days from time in Times select day + time, "yyyyMMdd HHmmss", "yyyyMMdd"];

    private readonly TimestampReading? _typed =
        isTyped && format is not null && !format.StartsWith('y') ? new TimestampReading(column, null, zone, false) : null;

    public override Issue? Rewrite(ReadOnlySpan<char> field, StringBuilder rewritten)
    {
        // A moment that was no text is written year first.
        if (_typed is not null && _typed.Rewrite(field, rewritten) is null)
            return null;
        var text = field.Trim();
        TimeSpan? offset = null;
        if (format is null)
            text = WithoutOffset(text.ToString().Replace('T', ' '), out offset);
        var style = DateTimeStyles.None;
        if (format is not null && format.AsSpan().ContainsAny("zK"))
            return WithOffsetInFormat(text, field, rewritten);
        if (!DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, style, out var written) || written.Year is < 1000 or > 9998)
            return Fault("import.not-a-timestamp", field, ("format", format));
        Append(offset is { } known ? written - known : zone.ToUtc(written), rewritten);
        return null;
    }

    private Issue? WithOffsetInFormat(ReadOnlySpan<char> text, ReadOnlySpan<char> field, StringBuilder rewritten)
    {
        if (!DateTimeOffset.TryParseExact(text, format!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var written) || written.Year < 1000)
            return Fault("import.not-a-timestamp", field, ("format", format));
        Append(written.UtcDateTime, rewritten);
        return null;
    }

    private static void Append(DateTime utc, StringBuilder rewritten) =>
        rewritten.Append(utc.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));

    /// <summary>The text before an offset: <c>Z</c>, <c>+01:00</c>, <c>+0100</c>, <c>+01</c>; only after a time of day.</summary>
    private static ReadOnlySpan<char> WithoutOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IndexOf(':') < 0)
            return text;
        if (text is [.., 'Z' or 'z'])
        {
            offset = TimeSpan.Zero;
            return text[..^1].TrimEnd();
        }
        if (text.EndsWith(" UTC", StringComparison.Ordinal))
        {
            offset = TimeSpan.Zero;
            return text[..^4];
        }
        var sign = text.LastIndexOfAny('+', '-');
        if (sign < text.IndexOf(':'))
            return text;
        var digits = text[(sign + 1)..].ToString().Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is not (2 or 4) || !int.TryParse(digits.PadRight(4, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number / 100 > 14 || number % 100 > 59)
            return text;
        var size = new TimeSpan(number / 100, number % 100, 0);
        offset = text[sign] == '-' ? -size : size;
        return text[..sign].TrimEnd();
    }
}
