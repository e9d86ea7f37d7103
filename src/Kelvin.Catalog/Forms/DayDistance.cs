using Kelvin.Calendars.WorkDays;

namespace Kelvin.Catalog.Forms;

/// <summary>So many days, or so many working days.</summary>
/// <param name="Days">How many, 0 or more.</param>
/// <param name="AreWorked">Whether only working days count.</param>
public sealed record DayDistance(int Days, bool AreWorked)
{
    /// <summary>The most that may be said.</summary>
    public const int Most = 366;

    /// <summary>Long enough for any weekly pattern; a company that never works is not waited for.</summary>
    private const int Farthest = 10 * Most;

    /// <summary>The day so much later. No days later is the day itself, worked or not.</summary>
    public DateOnly After(DateOnly day, WorkingDays working) => From(day, working, 1);

    /// <summary>The day so much earlier, likewise.</summary>
    public DateOnly Before(DateOnly day, WorkingDays working) => From(day, working, -1);

    private DateOnly From(DateOnly day, WorkingDays working, int step)
    {
        if (!AreWorked)
            return day.AddDays(step * Days);
        var left = Days;
        for (var far = 0; left > 0 && far < Farthest; far++)
        {
            day = day.AddDays(step);
            left -= working.IsWorkingDay(day) ? 1 : 0;
        }
        return day;
    }
}
