using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Kelvin.Entries.Owing;

/// <summary>What is owed as a calendar that other programs subscribe to (iCalendar, RFC 5545): a whole day for each.</summary>
public static class CalendarFeed
{
    /// <summary>Bytes a line may have before it is folded.</summary>
    private const int Widest = 75;

    /// <summary>The calendar.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="sheets">What is owed; what has no day is left out.</param>
    /// <param name="titleOf">What stands for one of them.</param>
    /// <param name="addressOf">Where it is entered.</param>
    /// <param name="now">When this was written.</param>
    public static string Write(string name, ImmutableArray<OwedSheet> sheets, Func<OwedSheet, string> titleOf, Func<OwedSheet, string> addressOf, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kelvin//Entries//EN", "CALSCALE:GREGORIAN", $"X-WR-CALNAME:{Escaped(name)}"])
            Add(text, line);
        foreach (var sheet in sheets)
            if (sheet.DueOn is { } day)
                foreach (var line in Event(sheet, day, titleOf(sheet), addressOf(sheet), now))
                    Add(text, line);
        Add(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string[] Event(OwedSheet sheet, DateOnly day, string title, string address, DateTimeOffset now) =>
    [
        "BEGIN:VEVENT",
        string.Create(CultureInfo.InvariantCulture, $"UID:{Escaped($"{sheet.Form.Name}-{sheet.Period.FirstDay:yyyyMMdd}-{Uri.EscapeDataString(sheet.Owner ?? "")}@kelvin")}"),
        string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"),
        string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"),
        string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}"),
        $"SUMMARY:{Escaped(title)}",
        $"URL:{address}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ];

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines are told apart by both signs, and long ones go on after a blank; never in the middle of a letter.</summary>
    private static void Add(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (bytes + letter.Utf8SequenceLength > Widest)
            {
                text.Append("\r\n ");
                bytes = 1;
            }
            text.Append(letter.ToString());
            bytes += letter.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
