using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Planning;

/// <summary>The stretches of time over which a measure is seen, one for each asked period.</summary>
internal static class Windows
{
    /// <summary>A gap is read too when it is at most one part in so many of all that is read.</summary>
    private const int MostBridged = 10;

    /// <summary>Each period moved by these windows, the outermost first.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="path">The windows.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="begun">The first moment that has data, where what is cumulative starts; null when there are none.</param>
    public static ImmutableArray<Period> Of(
        ImmutableArray<Period> periods, ImmutableArray<TimeWindow> path, Calendar calendar, DateTimeOffset? begun) =>
        path.IsEmpty ? periods : [.. periods.Select(period => path.Aggregate(period, (moved, window) => Move(moved, window, calendar, begun)))];

    /// <summary>The local days whose end lies in a window.</summary>
    public static ImmutableArray<DateOnly> DaysIn(Period window)
    {
        var (first, after) = (DateOnly.FromDateTime(window.Start.DateTime), DateOnly.FromDateTime(window.End.DateTime));
        return window.IsEmpty ? [] : [.. Enumerable.Range(0, Math.Max(0, after.DayNumber - first.DayNumber)).Select(first.AddDays)];
    }

    /// <summary>The stretch of this length that ends where a window starts.</summary>
    public static Period Before(Period window, CalendarSpan length, Calendar calendar) =>
        new(Grain.Range, TrailingStart(window.Start, length, calendar), window.Start);

    /// <summary>Stretches put together where they touch or overlap, in order of time.</summary>
    public static ImmutableArray<Period> Union(IEnumerable<Period> windows)
    {
        var union = ImmutableArray.CreateBuilder<Period>();
        foreach (var window in windows.Where(window => !window.IsEmpty).OrderBy(window => window.Start))
        {
            if (union.Count > 0 && window.Start <= union[^1].End)
                union[^1] = new Period(Grain.Range, union[^1].Start, window.End > union[^1].End ? window.End : union[^1].End);
            else
                union.Add(new Period(Grain.Range, window.Start, window.End));
        }
        return union.ToImmutable();
    }

    /// <summary>
    /// Stretches that follow one another, with short gaps read too: an engine goes through one stretch faster than through two
    /// with little between them, as a year up to yesterday and the same days a year before.
    /// </summary>
    public static ImmutableArray<Period> Bridged(ImmutableArray<Period> stretches)
    {
        var bridged = ImmutableArray.CreateBuilder<Period>();
        foreach (var stretch in stretches)
        {
            if (bridged.Count > 0 && (stretch.Start - bridged[^1].End) * MostBridged <= stretch.End - bridged[^1].Start)
                bridged[^1] = new Period(Grain.Range, bridged[^1].Start, stretch.End);
            else
                bridged.Add(stretch);
        }
        return bridged.ToImmutable();
    }

    /// <summary>Whether each window is exactly one period of the grain.</summary>
    public static bool ArePeriods(ImmutableArray<Period> windows, Grain grain, Calendar calendar) =>
        windows.All(window => window.IsEmpty || window.Grain == grain || IsPeriod(window, calendar.PeriodOf(grain, window.Start)));

    /// <summary>
    /// The period of the grain in which each window lies; null unless each lies within one and no two in the same.
    /// </summary>
    public static ImmutableArray<Period>? PeriodsAround(ImmutableArray<Period> windows, Grain grain, Calendar calendar)
    {
        ImmutableArray<Period> around = [.. windows.Select(window => window.IsEmpty ? window : calendar.PeriodOf(grain, window.Start))];
        var lieWithin = windows.Zip(around).All(pair => pair.First.End <= pair.Second.End);
        var starts = around.Where(period => !period.IsEmpty).Select(period => period.Start).ToArray();
        return lieWithin && starts.Distinct().Count() == starts.Length ? around : null;
    }

    /// <summary>Whether each window is made of whole periods of the grain.</summary>
    public static bool AreMadeOf(ImmutableArray<Period> windows, Grain grain, Calendar calendar) =>
        windows.All(window => window.IsEmpty
            || (calendar.PeriodOf(grain, window.Start).Start == window.Start && calendar.PeriodOf(grain, window.End).Start == window.End));

    /// <summary>The window widened to whole local days, for axes that know only days.</summary>
    public static Period WholeDays(Period window, Calendar calendar)
    {
        if (window.IsEmpty || (window.Grain != Grain.Range && !window.Grain.IsWithinDay))
            return window;
        var last = calendar.PeriodOf(Grain.Day, window.End);
        return new Period(Grain.Range, calendar.PeriodOf(Grain.Day, window.Start).Start, last.Start == window.End ? window.End : last.End);
    }

    private static bool IsPeriod(Period window, Period period) => period.Start == window.Start && period.End == window.End;

    private static Period Move(Period period, TimeWindow window, Calendar calendar, DateTimeOffset? begun) => window switch
    {
        _ when period.IsEmpty => period,
        TimeWindow.Prior prior => calendar.Back(period, prior.By),
        TimeWindow.Trailing trailing => new Period(Grain.Range, TrailingStart(period.End, trailing.Length, calendar), period.End),
        TimeWindow.ToDate toDate => ToDate(period, calendar.PeriodOf(toDate.Within, period.End.AddTicks(-1))),
        TimeWindow.Cumulative => new Period(Grain.Range, begun is { } first && first < period.End ? first : period.End, period.End),
        TimeWindow.AtStart start => AtStart(start, calendar.PeriodOf(start.Within, period.Start), calendar),
        _ => throw new InvalidOperationException($"No window for {window.GetType().Name}."),
    };

    /// <summary>In a gap between the periods of a table there is nothing to add up since.</summary>
    private static Period ToDate(Period period, Period within) =>
        within.Grain == Grain.Range ? new Period(Grain.Range, period.End, period.End) : new Period(Grain.Range, within.Start, period.End);

    /// <summary>Nor is there a start in such a gap.</summary>
    private static Period AtStart(TimeWindow.AtStart start, Period within, Calendar calendar) =>
        within.Grain == Grain.Range ? new Period(Grain.Range, within.Start, within.Start) : calendar.PeriodOf(start.Of, within.Start);

    /// <summary>A trailing window of days or more starts with a whole day, also where it ends within one.</summary>
    private static DateTimeOffset TrailingStart(DateTimeOffset end, CalendarSpan length, Calendar calendar)
    {
        if (!calendar.IsStandard(length.Step))
            return calendar.TrailingStart(end, length) ?? end;
        if (length.Step.IsWithinDay)
            return end - length.Count * (length.Step == Grain.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1));
        var after = calendar.DayOf(end.AddTicks(-1)).AddDays(1);
        return calendar.Back(calendar.DayPeriod(after), length).Start;
    }
}
