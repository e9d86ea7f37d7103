using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Compiler.Binding;
using Kelvin.Language;

namespace Kelvin.Compiler.Pinning;

/// <summary>Second stage: fixes a question's times from the clock and from what the data covers.</summary>
public static class Pinner
{
    private const int MostPeriods = 200_000;

    /// <summary>The pinned question, or an issue when it spans too many periods.</summary>
    /// <param name="query">The bound question.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="extents">Extents of the columns that <see cref="TimeColumns"/> finds in the question.</param>
    public static Checked<PinnedQuery> Pin(BoundQuery query, DateTimeOffset now, Extents extents)
    {
        var calendar = query.Calendar;
        var data = DataRange(query, extents);
        var range = query.Range.Pin(calendar, now, data);
        ImmutableArray<Period> periods = query.Query.Grain is { } grain
            ? [.. calendar.Periods(grain, range).Take(MostPeriods + 1)]
            : [range];
        if (periods.Length > MostPeriods)
            return Checked<PinnedQuery>.Faulty(Issue.At(null, "query.too-many-periods", ("most", MostPeriods), ("grain", query.Query.Grain!.Value.Name)));
        var reached = UnfinishedFrom(query, now, extents);
        return Checked<PinnedQuery>.Sound(new PinnedQuery
        {
            Bound = query,
            Range = range,
            IsUnbounded = query.Range is RangeExpression.Everything && query.Comparison is null,
            Periods = periods,
            Compared = query.Comparison is { } comparison
                ? new LikeForLike(comparison, range, calendar, reached).Of(periods, query.Query.Grain is not null)
                : [],
            Extents = extents,
        });
    }

    /// <summary>The moment after which periods are not finished: now, or the end of the last day that has data.</summary>
    public static DateTimeOffset UnfinishedFrom(BoundQuery query, DateTimeOffset now, Extents extents) =>
        DataRange(query, extents) is { } data && data.End < now ? data.End : now;

    /// <summary>The local days from the first to the last row on the axes of all measures.</summary>
    private static Period? DataRange(BoundQuery query, Extents extents)
    {
        var columns = new TimeColumns(query.Catalog);
        Period? all = null;
        foreach (var measure in query.Measures.Where(measure => measure.Axis is not null))
            if (extents.Over(columns.Of(measure)) is { } extent)
            {
                var days = Days(query.Calendar, extent, measure.Axis!.IsInstant);
                all = all is not { } sofar ? days
                    : new Period(days.Grain, days.Start < sofar.Start ? days.Start : sofar.Start, days.End > sofar.End ? days.End : sofar.End);
            }
        return all;
    }

    private static Period Days(Calendar calendar, Extent extent, bool isInstant)
    {
        var first = Day(calendar, extent.First, isInstant);
        var last = Day(calendar, extent.Last, isInstant);
        return calendar.Range(DateOnly.FromDateTime(first.Start.DateTime), DateOnly.FromDateTime(last.Start.DateTime).AddDays(1));
    }

    private static Period Day(Calendar calendar, DateTime moment, bool isInstant) =>
        isInstant
            ? calendar.PeriodOf(Grain.Day, new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)))
            : calendar.DayPeriod(DateOnly.FromDateTime(moment));
}
