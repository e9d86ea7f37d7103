using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Collection.Sources.Spooling;

/// <summary>
/// Values of sources as text in the plainest form. What a column cannot hold is written as it is, so that the load refuses the row
/// with its reason. An empty text is missing, as it is in files.
/// </summary>
/// <param name="format">How the dataset says that texts with dates and numbers are written.</param>
/// <param name="zone">The zone of moments without one.</param>
internal sealed class SourceText(FileFormat format, TimeZoneInfo zone)
{
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF";

    /// <summary>The text of a value.</summary>
    public string Of(object? value, Column column) => value switch
    {
        null or DBNull => "",
        string text => Read(text, column),
        bool flag => flag ? "true" : "false",
        DateTime moment => Moment(moment, column),
        DateTimeOffset instant => Moment(instant.UtcDateTime, column),
        DateOnly day when column.Type.Kind == ValueKind.Timestamp => day.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        float single => single.ToString("R", CultureInfo.InvariantCulture),
        double binary => binary.ToString("R", CultureInfo.InvariantCulture),
        // A database writes 12.50 for what a column with one decimal holds as well.
        decimal exact => (column.Type.Kind == ValueKind.Number ? exact / 1.0000000000000000000000000000m : exact).ToString(CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private string Moment(DateTime moment, Column column)
    {
        if (column.Type.Kind != ValueKind.Date)
            return moment.ToString(Second, CultureInfo.InvariantCulture) + (moment.Kind == DateTimeKind.Utc ? "Z" : "");
        var local = moment.Kind == DateTimeKind.Utc ? TimeZoneInfo.ConvertTimeFromUtc(moment, zone) : moment;
        return local.ToString(local.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : Second, CultureInfo.InvariantCulture);
    }

    private string Read(string text, Column column)
    {
        if (column.Type.Kind == ValueKind.Date && format.Dates is { } dates
            && DateOnly.TryParseExact(text.Trim(), dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (column.Type.Kind == ValueKind.Timestamp && format.Timestamps is { } timestamps
            && DateTime.TryParseExact(text.Trim(), timestamps, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return moment.ToString(Second, CultureInfo.InvariantCulture);
        if (format.Missing.Contains(text.Trim()))
            return "";
        return column.Type.Kind == ValueKind.Number && format.DecimalMark == ',' ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : text;
    }
}
