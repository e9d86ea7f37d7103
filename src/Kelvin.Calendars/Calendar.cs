using Kelvin.Calendars.Zones;

namespace Kelvin.Calendars;

/// <summary>
/// A time zone, and how its local days are cut into weeks, months, quarters and years. All periods of a grain
/// together cover all time, without gap or overlap. Calendars are equal when they cut alike.
/// </summary>
public sealed record Calendar
{
    private readonly YearPattern _pattern;

    private Calendar(TimeZoneInfo zone, YearPattern pattern) => (Zone, _pattern) = (zone, pattern);

    /// <summary>The zone whose clock decides where days begin.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The grains it cuts time into, from fine to coarse.</summary>
    public IReadOnlyList<Grain> Grains => Grain.Standard;

    /// <summary>
    /// Ordinary months; quarters and years start in the given month. A fiscal year that does not start in January
    /// is named by the year in which it ends.
    /// </summary>
    /// <param name="zone">Zone of the local days.</param>
    /// <param name="firstMonthOfYear">1 to 12.</param>
    public static Calendar Gregorian(TimeZoneInfo zone, int firstMonthOfYear = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstMonthOfYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstMonthOfYear, 12);
        return new Calendar(zone, new YearPattern.Months(firstMonthOfYear));
    }

    /// <summary>
    /// The period of this grain that holds the instant. Hours and minutes are those of the local clock, counted in
    /// instants: an hour that the clock shows twice is two periods, and one cut by a change of offset is shorter.
    /// </summary>
    public Period PeriodOf(Grain grain, DateTimeOffset instant) =>
        grain.IsWithinDay ? ClockPeriod(grain, instant) : Whole(grain, _pattern.Cut(grain, DayOf(instant)));

    /// <summary>The period of this grain that holds the first moment of the local day.</summary>
    public Period PeriodOf(Grain grain, DateOnly day) => PeriodOf(grain, LocalClock.StartOf(Zone, day));

    /// <summary>The local day. Empty for the few days that a zone has skipped altogether, such as 30 December 2011 in Apia.</summary>
    public Period DayPeriod(DateOnly day) => Whole(Grain.Day, new DateRange(day, day.AddDays(1)));

    /// <summary>The local days from <paramref name="start"/> up to but not including <paramref name="end"/>, with grain <see cref="Grain.Range"/>.</summary>
    public Period Range(DateOnly start, DateOnly end) => Whole(Grain.Range, new DateRange(start, end));

    /// <summary>The year of this name; for a fiscal calendar, the one that ends in that year.</summary>
    public Period Year(int year) => Whole(Grain.Year, _pattern.Year(year));

    /// <summary>A quarter of the year of this name, 1 to 4 from its start.</summary>
    public Period Quarter(int year, int quarter) => Whole(Grain.Quarter, _pattern.Quarter(year, quarter));

    /// <summary>A month, by ordinary year and month.</summary>
    public Period Month(int year, int month) => PeriodOf(Grain.Month, new DateOnly(year, month, 1));

    /// <summary>An ISO 8601 week, by ISO week year and number.</summary>
    public Period Week(int year, int week) => Whole(Grain.Week, YearPattern.Week(year, week));

    /// <summary>The name of the year that holds the day.</summary>
    public int YearOf(DateOnly day) => _pattern.YearOf(day);

    /// <summary>The number, 1 to 4, of the quarter that holds the day.</summary>
    public int QuarterOf(DateOnly day) => _pattern.QuarterOf(day);

    /// <summary>The local day that holds the instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => LocalClock.DayOf(Zone, instant);

    /// <summary>The period of the same grain that starts where this ends.</summary>
    public Period Next(Period period) => Move(period, 1);

    /// <summary>
    /// The period a number of steps later, or earlier when negative. A range steps by its own length: whole months by
    /// months, whole days by days, other stretches by as much time.
    /// </summary>
    public Period Move(Period period, int steps)
    {
        if (period.Grain == Grain.Range)
            return this.IsWholeDays(period)
                ? this.Shifted(period, this.OwnLength(period, steps))
                : this.Shifted(period, steps * (period.End - period.Start));
        for (; steps > 0; steps--)
            period = PeriodOf(period.Grain, period.End);
        for (; steps < 0; steps++)
            period = PeriodOf(period.Grain, period.Start.AddTicks(-1));
        return period;
    }

    /// <summary>Every whole period of this grain that overlaps the range, in order. Lazy; none for an empty range.</summary>
    public IEnumerable<Period> Periods(Grain grain, Period range)
    {
        if (range.IsEmpty)
            return [];
        return grain.IsWithinDay ? ClockPeriods(grain, range) : DayPeriods(grain, range);
    }

    /// <summary>
    /// The period a length of calendar time earlier, by a fixed rule per grain:
    /// months, quarters and years move by whole months; weeks keep their number by the year (week 53 becoming the last)
    /// and follow their Thursday by the month; days keep their number (29 February becoming the 28th) or move by days;
    /// hours and minutes keep their time on the local clock by the day and more (on the day theirs moves to), and move by
    /// instants below;
    /// ranges move their first and last day, whole months staying whole.
    /// A result that is no period of the calendar, such as a month moved by 28 days, has grain <see cref="Grain.Range"/>.
    /// </summary>
    public Period Back(Period period, CalendarSpan by) => this.Shifted(period, by, -1);

    /// <summary>The period a length of calendar time later; the mirror of <see cref="Back"/>.</summary>
    public Period Forward(Period period, CalendarSpan by) => this.Shifted(period, by, +1);

    /// <inheritdoc />
    public override string ToString() => $"{Zone.Id}, {_pattern}";

    internal Period Whole(Grain grain, DateRange days) =>
        new(grain, LocalClock.StartOf(Zone, days.Start), LocalClock.StartOf(Zone, days.End));

    private IEnumerable<Period> ClockPeriods(Grain grain, Period range)
    {
        for (var period = PeriodOf(grain, range.Start); period.Start < range.End; period = PeriodOf(grain, period.End))
            yield return period;
    }

    /// <summary>Walks over dates, so that each boundary is looked up in the zone once.</summary>
    private IEnumerable<Period> DayPeriods(Grain grain, Period range)
    {
        var days = _pattern.Cut(grain, DayOf(range.Start));
        for (var start = LocalClock.StartOf(Zone, days.Start); start < range.End;)
        {
            var period = new Period(grain, start, LocalClock.StartOf(Zone, days.End));
            if (!period.IsEmpty)
                yield return period;
            (days, start) = (_pattern.Cut(grain, days.End), period.End);
        }
    }

    private Period ClockPeriod(Grain grain, DateTimeOffset instant)
    {
        var length = grain == Grain.Hour ? TimeSpan.TicksPerHour : TimeSpan.TicksPerMinute;
        var local = LocalClock.At(Zone, instant);
        var start = new DateTimeOffset(local.Ticks - local.Ticks % length, local.Offset);
        var end = start.AddTicks(length);
        if (Zone.GetUtcOffset(start) != local.Offset)
            start = new DateTimeOffset(ZoneOffsets.NextChange(Zone, start.UtcDateTime, local.UtcDateTime.AddTicks(1))!.Value);
        if (ZoneOffsets.NextChange(Zone, local.UtcDateTime, end.UtcDateTime) is { } change)
            end = new DateTimeOffset(change);
        return new Period(grain, LocalClock.At(Zone, start), LocalClock.At(Zone, end));
    }
}
