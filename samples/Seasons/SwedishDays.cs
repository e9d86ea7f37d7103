namespace Kelvin.Samples.Seasons;

/// <summary>Days on which Sweden works and days on which it does not.</summary>
internal static class SwedishDays
{
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Public holidays and the eves that are kept as such.</summary>
    public static bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 24) or (12, 25) or (12, 26) or (12, 31) => true,
        _ => IsMoveable(day),
    };

    public static DateOnly AddWorkingDays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                count--;
        }
        return day;
    }

    /// <summary>The day after the fourth Thursday of November.</summary>
    public static DateOnly BlackFriday(int year)
    {
        var first = new DateOnly(year, 11, 1);
        var toThursday = ((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(toThursday + 22);
    }

    private static bool IsMoveable(DateOnly day)
    {
        var afterEaster = day.DayNumber - Easter(day.Year).DayNumber;
        var isMidsummer = day is { Month: 6, Day: >= 19 and <= 26 } &&
            (day.DayOfWeek == DayOfWeek.Friday && day.Day <= 25 || day.DayOfWeek == DayOfWeek.Saturday && day.Day >= 20);
        return afterEaster is -2 or 0 or 1 or 39 || isMidsummer;
    }

    /// <summary>Gregorian Easter Sunday, by the anonymous algorithm in Meeus, Astronomical Algorithms, chapter 8.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}
