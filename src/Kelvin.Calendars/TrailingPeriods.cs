using Kelvin.Calendars.Zones;

namespace Kelvin.Calendars;

/// <summary>Stretches that end with a period and reach back over several.</summary>
public static class TrailingPeriods
{
    /// <summary>
    /// Where a stretch of a length in periods of another calendar starts that ends where a day does: at the start of a
    /// period when it ends with one, else at the place in an earlier period that follows the place of its last day.
    /// Null where that calendar has no period.
    /// </summary>
    public static DateTimeOffset? TrailingStart(this Calendar calendar, DateTimeOffset end, CalendarSpan length)
    {
        var (grain, last) = (calendar.Others.Find(length.Step)!, calendar.DayOf(end.AddTicks(-1)));
        if (grain.Periods.NumberOf(last) is { } number && grain.Periods.At(number)!.Value.End == last.AddDays(1))
            return calendar.Numbered(grain, number - length.Count + 1)?.Start;
        var shift = new DayShift.Periods(grain, -length.Count);
        return shift.Reaches(last) ? LocalClock.StartOf(calendar.Zone, shift.Move(last).AddDays(1)) : null;
    }
}
