using Kelvin.Calendars.Custom;
using Kelvin.Language;

namespace Kelvin.Calendars;

/// <summary>Which earlier period a period is set against. The shift is by calendar, never by a fixed interval.</summary>
public abstract record Comparison
{
    private Comparison()
    {
    }

    /// <summary>Every comparison there is.</summary>
    public static IReadOnlyList<Comparison> All { get; } =
        [new PreviousPeriod(), new SamePeriodLastYear(), new SameWeekdayLastYear(), new SameWorkingDayLastYear()];

    /// <summary>
    /// The kind of period in which the range was asked for, such as the sprints of <c>last 2 sprints</c>; null when nothing
    /// says so. Only kinds of a workspace's calendar count: then the range moves by that calendar.
    /// </summary>
    public Grain? AskedIn { get; init; }

    /// <summary>
    /// The comparison by its words, in any language of the product: <c>previous period</c>, <c>last year</c>,
    /// <c>last year same weekday</c>, <c>last year same working day</c>, <c>föregående period</c>, <c>i fjol</c>…
    /// </summary>
    public static Checked<Comparison> Parse(string text) => ComparisonWords.Parse(text);

    /// <summary>The period to compare with.</summary>
    public virtual Period Of(Period asked, Calendar calendar) => calendar.Shifted(asked, ShiftOf(asked, calendar));

    /// <summary>
    /// Like for like to date: the period to compare with, cut at the moment that matches <paramref name="reached"/>
    /// when the asked period has not ended then. On 17 March at 14:00, March is set against 1 February to 17 February
    /// at 14:00; on 31 March, against the whole of February. A cut period has grain <see cref="Grain.Range"/>, and is
    /// empty when the asked one has not begun.
    /// </summary>
    public Period ToDate(Period asked, Calendar calendar, DateTimeOffset reached)
    {
        var whole = Of(asked, calendar);
        if (asked.IsFinishedAt(reached) || whole.IsEmpty)
            return whole;
        if (reached <= asked.Start)
            return new Period(Grain.Range, whole.Start, whole.Start);
        var match = GoesByInstants(asked, calendar)
            ? whole.Start + (reached - asked.Start)
            : calendar.Match(reached, ShiftOf(asked, calendar));
        return match < whole.End ? new Period(Grain.Range, whole.Start, calendar.Local(match)) : whole;
    }

    /// <summary>
    /// The part of the compared period that a part of the asked one (a day of its month, a week of its year) is set
    /// against, or null when there is none: 30 March has no counterpart in February.
    /// </summary>
    public Period? Counterpart(Period part, Period asked, Calendar calendar)
    {
        if (part == asked)
            return Of(asked, calendar);
        if (GoesByInstants(asked, calendar))
            return calendar.PeriodOf(part.Grain, part.Start + (Of(asked, calendar).Start - asked.Start));
        var shift = ShiftOf(asked, calendar);
        var isDay = part.Grain == Grain.Day || part.Grain.IsWithinDay;
        return (isDay || calendar.Others.Find(part.Grain) is not null) && !shift.IsExact(calendar.DayOf(part.Start)) ? null : calendar.Shifted(part, shift);
    }

    /// <summary>The first of the words by which <see cref="Parse"/> knows it in English.</summary>
    public sealed override string ToString() => ComparisonWords.Write(this, Tongue.English);

    /// <summary>The grain of a workspace's calendar in which the asked period was cut or asked for, or null.</summary>
    private protected CustomGrain? OtherGrainOf(Period asked, Calendar calendar) =>
        calendar.Others.Find(asked.Grain) ?? (asked.Grain == Grain.Range && AskedIn is { } grain ? calendar.Others.Find(grain) : null);

    /// <summary>How the days of the asked period move to those it is compared with.</summary>
    private protected abstract DayShift ShiftOf(Period asked, Calendar calendar);

    /// <summary>Whether moments move by the same time as the period's start, not by calendar days.</summary>
    private protected virtual bool GoesByInstants(Period asked, Calendar calendar) => asked.Grain.IsWithinDay;

    /// <summary>
    /// The period just before. A range of whole months is set against as many whole months; one that begins where a
    /// month, quarter, year or week begins and ends inside it is that period to date, and is set against the
    /// previous one to the same day; other whole days against as many just before, and hours against as much time.
    /// One asked for in periods of a workspace's calendar is set against as many periods before.
    /// </summary>
    public sealed record PreviousPeriod : Comparison
    {
        /// <inheritdoc />
        public override Period Of(Period asked, Calendar calendar) =>
            GoesByInstants(asked, calendar) ? calendar.Move(asked, -1) : base.Of(asked, calendar);

        private protected override DayShift ShiftOf(Period asked, Calendar calendar) =>
            OtherGrainOf(asked, calendar) is { } other ? new DayShift.Periods(other, -Math.Max(1, calendar.Periods(other.Grain, asked).Count()))
            : asked.Grain != Grain.Range ? OneBack(asked.Grain)
            : ToDateOf(asked, calendar) is { } grain ? OneBack(grain)
            : calendar.OwnLength(asked, -1);

        private protected override bool GoesByInstants(Period asked, Calendar calendar) =>
            asked.Grain.IsWithinDay
            || (asked.Grain == Grain.Range && !calendar.IsWholeDays(asked) && ToDateOf(asked, calendar) is null);

        /// <summary>The grain of the smallest period that the range has begun and not ended, if it is no whole months.</summary>
        private static Grain? ToDateOf(Period range, Calendar calendar)
        {
            if (calendar.IsWholeMonths(range))
                return null;
            foreach (var grain in new[] { Grain.Month, Grain.Quarter, Grain.Year, Grain.Week })
                if (calendar.PeriodOf(grain, range.Start) is var begun && begun.Start == range.Start && range.End < begun.End)
                    return grain;
            return null;
        }

        private static DayShift OneBack(Grain grain) =>
            grain == Grain.Month ? new DayShift.Months(-1)
            : grain == Grain.Quarter ? new DayShift.Months(-3)
            : grain == Grain.Year ? new DayShift.Months(-12)
            : grain == Grain.Week ? new DayShift.Days(-7)
            : new DayShift.Days(-1);
    }

    /// <summary>
    /// The same dates a year earlier, 29 February becoming the 28th; weeks and ranges of whole weeks by week number,
    /// week 53 becoming the last. Periods of a workspace's calendar that has years move by those: the same quarter of the
    /// year before, day by day from its start; of other calendars by dates.
    /// </summary>
    public sealed record SamePeriodLastYear : Comparison
    {
        private protected override DayShift ShiftOf(Period asked, Calendar calendar) =>
            OtherGrainOf(asked, calendar) is { } other && calendar.OwnYears(other.Grain, -1) is { } shift ? shift
            : calendar.IsWholeWeeks(asked) ? new DayShift.WeekYears(-1)
            : new DayShift.Months(-12);
    }

    /// <summary>364 days earlier: a Tuesday against a Tuesday, for what follows the rhythm of the week.</summary>
    public sealed record SameWeekdayLastYear : Comparison
    {
        private protected override DayShift ShiftOf(Period asked, Calendar calendar) => new DayShift.Days(-364);
    }

    /// <summary>
    /// The same working day of the same month last year: the third working day of March against the third of last March, for
    /// what happens on working days only. Whole months and years are set against the same months, whole weeks by number; free
    /// days, and working days that the other month lacks, have no counterpart.
    /// </summary>
    public sealed record SameWorkingDayLastYear : Comparison
    {
        private protected override DayShift ShiftOf(Period asked, Calendar calendar) =>
            calendar.IsWholeWeeks(asked) ? new DayShift.WeekYears(-1) : new DayShift.WorkingDayNumbers(calendar.WorkingDays, -12);
    }
}
