namespace Kelvin.Calendars.Custom;

/// <summary>The day on which years of whole weeks end: the last such weekday of a month, or the one nearest to the month's end.</summary>
/// <param name="Weekday">The weekday.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="IsNearest">Whether it may lie up to three days into the next month; else it is the last one inside the month.</param>
public sealed record WeekYearEnd(DayOfWeek Weekday, int Month, bool IsNearest)
{
    /// <summary>The last day of the year that ends with the month's end in a calendar year.</summary>
    public DateOnly In(int year)
    {
        var end = new DateOnly(year, Month, 1).AddMonths(1).AddDays(IsNearest ? 2 : -1);
        return end.AddDays(-((end.DayOfWeek - Weekday + 7) % 7));
    }
}
