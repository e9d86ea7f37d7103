using Kelvin.Calendars.Custom;
using Kelvin.Calendars.Zones;

namespace Kelvin.Calendars;

/// <summary>Moves periods along the calendar: the rules behind <see cref="Calendar.Back"/> and the comparisons.</summary>
internal static class PeriodShift
{
    /// <summary>The period moved by a length of time, in a direction of +1 or −1.</summary>
    public static Period Shifted(this Calendar calendar, Period period, CalendarSpan by, int direction)
    {
        if (calendar.Others.Find(by.Step) is { } step)
            return calendar.Shifted(period, Along(calendar, period.Grain, step, direction * by.Count));
        if (by.Months is { } years && years % 12 == 0 && calendar.OwnYears(period.Grain, direction * years / 12) is { } shift)
            return calendar.Shifted(period, shift);
        if (by.Months is { } months)
            return calendar.Shifted(period, new DayShift.Months(direction * months));
        if (by.Days is { } days)
            return calendar.Shifted(period, new DayShift.Days(direction * days));
        if (!by.Step.IsWithinDay)
            throw new ArgumentException($"No calendar moves by {by.Step}.", nameof(by));
        return calendar.Shifted(period, direction * by.Count * (by.Step == Grain.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1)));
    }

    /// <summary>A shift by years of the calendar whose grain this is; null for standard grains and for calendars without years.</summary>
    public static DayShift? OwnYears(this Calendar calendar, Grain grain, int count) =>
        calendar.Others.Find(grain) is { } own ? own.ByYears(count, calendar.Others.YearOf(own)) : null;

    /// <summary>Periods of one calendar go by their number where that is the same: a quarter by a year is four quarters.</summary>
    private static DayShift.Periods Along(Calendar calendar, Grain grain, CustomGrain step, int count) =>
        calendar.Others.Find(grain) is { Periods.PerYear: { } own } moved && moved.Calendar == step.Calendar
        && step.Periods.PerYear is { } steps && own % steps == 0
            ? new DayShift.Periods(moved, count * (own / steps))
            : new DayShift.Periods(step, count);

    /// <summary>The period with both ends moved by the same time.</summary>
    public static Period Shifted(this Calendar calendar, Period period, TimeSpan by) =>
        calendar.Aligned(period.Grain, calendar.Local(period.Start + by), calendar.Local(period.End + by));

    /// <summary>The period with its days moved.</summary>
    public static Period Shifted(this Calendar calendar, Period period, DayShift shift)
    {
        if (!Reaches(calendar, period, shift))
            return Calendar.Nothing(period.Start);
        if (period.Grain.IsWithinDay)
            return calendar.ClockShifted(period, shift);
        if (shift is DayShift.Periods by && calendar.Others.Find(period.Grain) is { } own && own.Calendar == by.Step.Calendar && own != by.Step)
            return calendar.PeriodOf(period.Grain, shift.Move(period.FirstDay));
        if (period.Grain == Grain.Week && shift is DayShift.Months months)
            return calendar.WeekShifted(period, months);
        if (period.Grain == Grain.Week && shift is DayShift.WeekYears)
            return calendar.PeriodOf(Grain.Week, shift.Move(period.FirstDay));
        if (period.Grain == Grain.Day)
            return calendar.DayPeriod(shift.Move(period.FirstDay));
        var start = calendar.IsStartOfDay(period.Start)
            ? LocalClock.StartOf(calendar.Zone, shift.MoveStart(calendar.DayOf(period.Start)))
            : calendar.MovedMoment(period.Start, shift);
        return calendar.Aligned(period.Grain, start, calendar.MovedEnd(period, shift));
    }

    /// <summary>
    /// The moment with its day moved and its time on the local clock kept. An evening that comes again after midnight
    /// counts as the first moment of its day.
    /// </summary>
    public static DateTimeOffset MovedMoment(this Calendar calendar, DateTimeOffset moment, DayShift shift)
    {
        var day = calendar.DayOf(moment);
        var start = LocalClock.StartOf(calendar.Zone, day);
        var moved = shift.Move(day);
        var local = LocalClock.At(calendar.Zone, moment).DateTime;
        if (moment.UtcTicks == start.UtcTicks || DateOnly.FromDateTime(local) < day)
            return LocalClock.StartOf(calendar.Zone, moved);
        return LocalClock.FirstMoment(calendar.Zone, moved.ToDateTime(TimeOnly.FromDateTime(local)));
    }

    /// <summary>
    /// The moment up to which a moved period matches the original up to <paramref name="reached"/>. On a day that
    /// the other month or period lacks, its last day is over; on a free day, the working day before is.
    /// </summary>
    public static DateTimeOffset Match(this Calendar calendar, DateTimeOffset reached, DayShift shift)
    {
        var day = calendar.DayOf(reached);
        return shift is DayShift.Months or DayShift.Periods or DayShift.WorkingDayNumbers && !shift.IsExact(day)
            ? LocalClock.StartOf(calendar.Zone, shift.Move(day).AddDays(1))
            : calendar.MovedMoment(reached, shift);
    }

    /// <summary>Whether it is one or more whole ISO weeks and not also whole months.</summary>
    public static bool IsWholeWeeks(this Calendar calendar, Period period)
    {
        if (period.Grain == Grain.Week)
            return true;
        var (start, end) = (calendar.DayOf(period.Start), EndDay(calendar, period));
        return period.Grain == Grain.Range && end > start
            && start.DayOfWeek == DayOfWeek.Monday && end.DayOfWeek == DayOfWeek.Monday
            && !calendar.IsWholeMonths(period);
    }

    /// <summary>Whether it starts and ends where days do.</summary>
    public static bool IsWholeDays(this Calendar calendar, Period period) =>
        calendar.IsStartOfDay(period.Start) && calendar.IsStartOfDay(period.End);

    private static bool IsStartOfDay(this Calendar calendar, DateTimeOffset moment) =>
        LocalClock.StartOf(calendar.Zone, calendar.DayOf(moment)) == moment;

    private static bool Reaches(Calendar calendar, Period period, DayShift shift) =>
        shift.Reaches(calendar.DayOf(period.Start)) && (period.IsEmpty || shift.Reaches(calendar.DayOf(period.End.AddTicks(-1))));

    /// <summary>Whether it is one or more whole ordinary months.</summary>
    public static bool IsWholeMonths(this Calendar calendar, Period period)
    {
        var (start, end) = (calendar.DayOf(period.Start), EndDay(calendar, period));
        return calendar.IsWholeDays(period) && start.Day == 1 && end.Day == 1 && end > start;
    }

    /// <summary>The shift by a range's own length: months when it is whole months, else days.</summary>
    public static DayShift OwnLength(this Calendar calendar, Period range, int steps)
    {
        var (start, end) = (calendar.DayOf(range.Start), EndDay(calendar, range));
        return calendar.IsWholeMonths(range)
            ? new DayShift.Months(steps * (12 * (end.Year - start.Year) + end.Month - start.Month))
            : new DayShift.Days(steps * (end.DayNumber - start.DayNumber));
    }

    /// <summary>
    /// Whole months keep their excluded first of the month; another range keeps its last day, so that 1–30 March
    /// moved by a month is 1–28 February and not 1–27.
    /// </summary>
    private static DateTimeOffset MovedEnd(this Calendar calendar, Period period, DayShift shift)
    {
        var end = calendar.DayOf(period.End);
        if (period.End.UtcTicks != LocalClock.StartOf(calendar.Zone, end).UtcTicks)
            return calendar.MovedMoment(period.End, shift);
        return LocalClock.StartOf(calendar.Zone, shift.MoveEnd(calendar.DayOf(period.Start), end));
    }

    /// <summary>A week belongs to the month and year of its Thursday (ISO 8601), so that is the day that moves.</summary>
    private static Period WeekShifted(this Calendar calendar, Period week, DayShift.Months shift) =>
        shift.Count % 12 == 0
            ? calendar.PeriodOf(Grain.Week, new DayShift.WeekYears(shift.Count / 12).Move(week.FirstDay))
            : calendar.PeriodOf(Grain.Week, shift.Move(week.FirstDay.AddDays(3)));

    /// <summary>The second of two equal clock hours stays the second where the other day has two, else becomes the only one.</summary>
    private static Period ClockShifted(this Calendar calendar, Period period, DayShift shift)
    {
        var moved = calendar.PeriodOf(period.Grain, calendar.MovedMoment(period.Start, shift));
        var again = calendar.PeriodOf(period.Grain, moved.Start.AddHours(1));
        return IsRepeated(calendar, period) && IsRepeated(calendar, again) ? again : moved;
    }

    private static bool IsRepeated(Calendar calendar, Period period) =>
        LocalClock.FirstMoment(calendar.Zone, period.Start.DateTime).UtcTicks < period.Start.UtcTicks;

    private static Period Aligned(this Calendar calendar, Grain grain, DateTimeOffset start, DateTimeOffset end)
    {
        var stretch = new Period(Grain.Range, start, end);
        if (grain == Grain.Range)
            return stretch;
        var whole = calendar.PeriodOf(grain, start);
        return whole.Start == start && whole.End == end ? whole : stretch;
    }

    /// <summary>The instant with the zone's offset.</summary>
    public static DateTimeOffset Local(this Calendar calendar, DateTimeOffset instant) => LocalClock.At(calendar.Zone, instant);

    /// <summary>The first day wholly after the range.</summary>
    private static DateOnly EndDay(Calendar calendar, Period range) =>
        range.IsEmpty ? calendar.DayOf(range.Start) : calendar.DayOf(range.End.AddTicks(-1)).AddDays(1);
}
