using System.Globalization;
using Kelvin.Calendars.Custom;

namespace Kelvin.Catalog.Reading;

/// <summary>Words for months, weekdays, lengths and ends of years, as calendars are written.</summary>
internal static class CalendarWords
{
    private static readonly string[] Months = Names(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12]);
    private static readonly string[] Weekdays = Names(CultureInfo.InvariantCulture.DateTimeFormat.DayNames);

    /// <summary>The number of a month, 1 to 12, by number or English name; null when it is none.</summary>
    public static int? Month(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number is >= 1 and <= 12 ? number : null
        : Index(Months, written) is { } month ? month + 1
        : null;

    /// <summary>A weekday by its English name or the first three letters of it; null when it is none.</summary>
    public static DayOfWeek? Weekday(string written) => Index(Weekdays, written) is { } day ? (DayOfWeek)day : null;

    /// <summary>The weekdays of <c>mon..fri</c>, round the week where the second comes first, or of a single day; null when it is none.</summary>
    public static IEnumerable<DayOfWeek>? Span(string written)
    {
        if (written.Split("..") is [var from, var to])
            return Weekday(from) is { } first && Weekday(to) is { } last
                ? Enumerable.Range(0, ((int)last - (int)first + 7) % 7 + 1).Select(step => (DayOfWeek)(((int)first + step) % 7))
                : null;
        return Weekday(written) is { } single ? [single] : null;
    }

    /// <summary>The days of <c>2 weeks</c> or <c>10 days</c>; null when it is no such length.</summary>
    public static int? Days(string written) =>
        written.Split(' ') is [var count, var unit] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1000
            ? unit switch
            {
                "day" or "days" => number,
                "week" or "weeks" => 7 * number,
                _ => null,
            }
            : null;

    /// <summary><c>last saturday of january</c> or <c>saturday nearest end of january</c>; null when it is neither.</summary>
    public static WeekYearEnd? End(string written) => written.ToLowerInvariant().Split(' ') switch
    {
        ["last", var weekday, "of", var month] when Weekday(weekday) is { } day && Month(month) is { } number => new(day, number, IsNearest: false),
        [var weekday, "nearest", "end", "of", var month] when Weekday(weekday) is { } day && Month(month) is { } number => new(day, number, IsNearest: true),
        _ => null,
    };

    /// <summary>The weeks of the periods of a quarter; null when it is no pattern of 13 weeks in fours and fives.</summary>
    public static (int First, int Second, int Third)? Pattern(string written) => written switch
    {
        "4-4-5" => (4, 4, 5),
        "4-5-4" => (4, 5, 4),
        "5-4-4" => (5, 4, 4),
        _ => null,
    };

    /// <summary>A day as ISO 8601 writes it; null when it is none.</summary>
    public static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200 ? day : null;

    private static string[] Names(string[] names) => [.. names.Select(name => name.ToLowerInvariant())];

    private static int? Index(string[] names, string written)
    {
        var index = written.Length < 3 ? -1 : Array.FindIndex(names, name => name.Equals(written, StringComparison.OrdinalIgnoreCase) || name[..3].Equals(written, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }
}
