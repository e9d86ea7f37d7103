using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Calendars;

/// <summary>Parts of a day's date as numbers, for ordering, and their names.</summary>
public static class DateParts
{
    /// <summary>The weekday by ISO 8601: Monday 1 to Sunday 7.</summary>
    public static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    /// <summary>The day of the month, 1 to 31.</summary>
    public static int DayOfMonth(DateOnly day) => day.Day;

    /// <summary>The day of the year, 1 to 366.</summary>
    public static int DayOfYear(DateOnly day) => day.DayOfYear;

    /// <summary>The ISO 8601 week, 1 to 53.</summary>
    public static int Week(DateOnly day) => ISOWeek.GetWeekOfYear(day);

    /// <summary>The month of the year, 1 to 12.</summary>
    public static int Month(DateOnly day) => day.Month;

    /// <summary>The quarter of the ordinary year, 1 to 4; a calendar's own is <see cref="Calendar.QuarterOf"/>.</summary>
    public static int Quarter(DateOnly day) => (day.Month + 2) / 3;

    /// <summary>The name of a weekday, 1 to 7.</summary>
    public static string WeekdayName(int weekday, Tongue tongue) => Named("date-parts.weekday", weekday, tongue);

    /// <summary>The name of a weekday, 1 to 7, as short as an axis allows.</summary>
    public static string ShortWeekdayName(int weekday, Tongue tongue) => Named("date-parts.weekday-short", weekday, tongue);

    /// <summary>The name of a month, 1 to 12.</summary>
    public static string MonthName(int month, Tongue tongue) => Named("months", month, tongue);

    /// <summary>The name of a month, 1 to 12, as short as an axis allows.</summary>
    public static string ShortMonthName(int month, Tongue tongue) => Named("months-short", month, tongue);

    private static string Named(string kind, int number, Tongue tongue) =>
        Texts.Say(tongue, $"calendar.{kind}.{number.ToString(CultureInfo.InvariantCulture)}");
}
