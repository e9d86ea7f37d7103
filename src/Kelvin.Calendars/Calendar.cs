using System.Collections.Immutable;
using Kelvin.Calendars.Custom;
using Kelvin.Calendars.WorkDays;
using Kelvin.Calendars.Zones;
using Kelvin.Language;

namespace Kelvin.Calendars;

/// <summary>
/// A time zone, and how its local days are cut into weeks, months, quarters and years, and into the periods of any other
/// calendar that the workspace defines. All periods of a standard grain together cover all time, without gap or overlap;
/// those of a table may leave gaps. Calendars are equal when they cut alike.
/// </summary>
public sealed record Calendar
{
    private readonly YearPattern _pattern;

    private Calendar(TimeZoneInfo zone, YearPattern pattern) => (Zone, _pattern) = (zone, pattern);

    /// <summary>The zone whose clock decides where days begin.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The grains it cuts time into, from fine to coarse.</summary>
    public IReadOnlyList<Grain> Grains => [.. Grain.Standard, .. Others.Grains.Select(grain => grain.Grain)];

    /// <summary>The days on which people work.</summary>
    public WorkingDays WorkingDays { get; init; } = WorkingDays.Swedish;

    /// <summary>The workspace's calendars beside this one.</summary>
    internal CustomCalendars Others { get; private init; } = CustomCalendars.None;

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

    /// <summary>This calendar with others beside it, in place of those it had.</summary>
    public Calendar With(IEnumerable<CustomCalendar> others) => this with { Others = new CustomCalendars(others) };

    /// <summary>This calendar with the periods of one of the others read from where its definition says they stand.</summary>
    public Calendar With(string other, PeriodTable periods) => With(Others.All.Select(calendar =>
        calendar.Name == other && calendar.Rule is CalendarRule.Table table ? calendar with { Rule = table with { Periods = periods } } : calendar));

    /// <summary>The grain of this name, by its short or its full name, in lower case; null when no calendar has it.</summary>
    public Grain? Find(string name) =>
        Grain.Standard.Contains(Grain.Named(name)) ? Grain.Named(name) : Others.Find(Grain.Named(name))?.Grain;

    /// <summary>The names by which grains of other calendars are known: their short one where it is unique, and their full one.</summary>
    public IEnumerable<string> OtherNames => Others.Grains.SelectMany(grain => new[] { grain.Grain.Name, grain.FullName }).Distinct();

    /// <summary>The names by which its grains are known.</summary>
    public IEnumerable<string> Names => Grain.Standard.Select(grain => grain.Name).Concat(OtherNames);

    /// <summary>Whether this is a grain that every calendar has.</summary>
    public bool IsStandard(Grain grain) => Others.Find(grain) is null;

    /// <summary>How arithmetic finds the periods of a grain of another calendar; null where they differ in length or come to an end.</summary>
    public EqualPeriods? EqualPeriodsOf(Grain grain) => Others.Find(grain)?.Periods.Equal;

    /// <summary>What people call a grain of another calendar, such as <c>Retail: quarter</c>; null for standard grains.</summary>
    public string? LabelOf(Grain grain, Tongue tongue) => Others.Find(grain)?.Label(tongue);

    /// <summary>
    /// The period of this grain that holds the instant; where a table has none, the gap around it, with grain
    /// <see cref="Grain.Range"/>. Hours and minutes are those of the local clock, counted in
    /// instants: an hour that the clock shows twice is two periods, and one cut by a change of offset is shorter.
    /// </summary>
    public Period PeriodOf(Grain grain, DateTimeOffset instant) =>
        grain.IsWithinDay ? ClockPeriod(grain, instant)
        : Others.Find(grain) is { } other ? Listed(other, DayOf(instant))
        : Whole(grain, _pattern.Cut(grain, DayOf(instant)));

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

    /// <summary>
    /// The period that holds the moment, or the one so many steps later or, when negative, earlier. In a gap of a table none
    /// holds it, the next is the first after it and the last the one before it. Empty where the calendar has none.
    /// </summary>
    public Period Around(Grain grain, DateTimeOffset moment, int steps)
    {
        if (Others.Find(grain) is not { } other)
            return Move(PeriodOf(grain, moment), steps);
        var (day, isInGap) = (DayOf(moment), other.Periods.NumberOf(DayOf(moment)) is null);
        var number = other.Periods.LastStartedBy(day) + steps + (isInGap && steps < 0 ? 1 : 0);
        return isInGap && steps == 0 ? Nothing(moment) : Numbered(other, number) ?? Nothing(moment);
    }

    /// <summary>The last so many periods that have ended by the moment, or as many as a table has; empty where it has none.</summary>
    public Period Latest(Grain grain, DateTimeOffset moment, int count)
    {
        if (Others.Find(grain) is not { } other)
            return PeriodOf(grain, moment) is var current ? new Period(Grain.Range, Move(current, -count).Start, current.Start) : default;
        var last = other.Periods.LastStartedBy(DayOf(moment)) - (other.Periods.NumberOf(DayOf(moment)) is null ? 0 : 1);
        var first = Math.Max(last - count + 1, other.Periods.First);
        return Numbered(other, first) is { } start && Numbered(other, last) is { } end
            ? new Period(Grain.Range, start.Start, end.End)
            : Nothing(moment);
    }

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
        if (Others.Find(period.Grain) is { } other)
            return other.Periods.NumberOf(period.FirstDay) is { } number && Numbered(other, number + steps) is { } moved ? moved : Nothing(period.Start);
        for (; steps > 0; steps--)
            period = PeriodOf(period.Grain, period.End);
        for (; steps < 0; steps++)
            period = PeriodOf(period.Grain, period.Start.AddTicks(-1));
        return period;
    }

    /// <summary>Every whole period of this grain that overlaps the range, in order, gaps left out. Lazy; none for an empty range.</summary>
    public IEnumerable<Period> Periods(Grain grain, Period range)
    {
        if (range.IsEmpty)
            return [];
        return grain.IsWithinDay ? ClockPeriods(grain, range)
            : Others.Find(grain) is { } other ? OtherPeriods(other, range)
            : DayPeriods(grain, range);
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

    /// <inheritdoc />
    public bool Equals(Calendar? other) =>
        other is not null && Zone.Equals(other.Zone) && _pattern == other._pattern && Others.Equals(other.Others) && WorkingDays.Equals(other.WorkingDays);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Zone, _pattern, Others);

    /// <summary>No period at all: an empty stretch.</summary>
    internal static Period Nothing(DateTimeOffset at) => new(Grain.Range, at, at);

    /// <summary>The period of another calendar by its number, or null when there is none.</summary>
    internal Period? Numbered(CustomGrain grain, int number) => grain.Periods.At(number) is { } days ? Whole(grain.Grain, days) : null;

    /// <summary>Which period of which other calendar this is, or null when it is none.</summary>
    internal (CustomGrain Grain, int Number)? NumberOf(Period period) =>
        Others.Find(period.Grain) is { } grain && grain.Periods.NumberOf(period.FirstDay) is { } number ? (grain, number) : null;

    internal Period Whole(Grain grain, DateRange days) =>
        new(grain, LocalClock.StartOf(Zone, days.Start), LocalClock.StartOf(Zone, days.End));

    private IEnumerable<Period> ClockPeriods(Grain grain, Period range)
    {
        for (var period = PeriodOf(grain, range.Start); period.Start < range.End; period = PeriodOf(grain, period.End))
            yield return period;
    }

    private Period Listed(CustomGrain grain, DateOnly day) =>
        grain.Periods.NumberOf(day) is { } number ? Whole(grain.Grain, grain.Periods.At(number)!.Value) : Whole(Grain.Range, grain.Periods.GapAround(day));

    private IEnumerable<Period> OtherPeriods(CustomGrain grain, Period range)
    {
        var number = Math.Max(grain.Periods.LastStartedBy(DayOf(range.Start)), grain.Periods.First);
        for (; Numbered(grain, number) is { } period && period.Start < range.End; number++)
            if (period.End > range.Start)
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
