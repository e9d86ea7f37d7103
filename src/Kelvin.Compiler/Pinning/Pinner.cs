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
        if (query.Range.Beyond(calendar, now) is { } beyond)
            return Checked<PinnedQuery>.Faulty(beyond);
        if (ListedSpans.TooMany(query, extents) is { } tooMany)
            return Checked<PinnedQuery>.Faulty(tooMany);
        var range = query.Range.Pin(calendar, now, data);
        var isEverything = query.Range is RangeExpression.Everything;
        ImmutableArray<Period> periods = query.Query.Grain is null
            ? [range]
            : [.. Cells(query.Query.Grains, calendar, range).Take(MostPeriods + 1).Select(period => isEverything ? period : Within(period, range))];
        if (periods.Length > MostPeriods)
            return Checked<PinnedQuery>.Faulty(Issue.At(null, "query.too-many-periods", ("most", MostPeriods), ("grain", query.Query.Grain!.Name)));
        foreach (var finer in query.Metrics.SelectMany(metric => metric.Expression.Reductions()).Select(reduced => reduced.Per).Distinct())
            if (calendar.Periods(finer, range).Skip(MostPeriods).Any())
                return Checked<PinnedQuery>.Faulty(Issue.At(null, "query.too-many-periods", ("most", MostPeriods), ("grain", finer.Name)));
        return Checked<PinnedQuery>.Sound(new PinnedQuery
        {
            Bound = query,
            Range = range,
            IsUnbounded = isEverything && query.Comparison is null,
            Periods = periods,
            Compared = Compared(data?.End),
            DataFrom = data?.Start,
            Data = [.. query.Measures.Select(DataOf)],
            Extents = extents,
        });

        MeasureData DataOf(Measure measure)
        {
            var days = DataRange(measure, query, extents);
            return new MeasureData(measure, days, Compared(days?.End));
        }

        ImmutableArray<Period> Compared(DateTimeOffset? dataEnd) => query.Comparison is { } comparison
            ? new LikeForLike(comparison with { AskedIn = query.Range.AskedIn ?? query.Query.Grain }, range, calendar, data?.Start ?? range.Start, Earlier(now, dataEnd ?? now)).Of(periods, query.Query.Grain is not null)
            : [];
    }

    /// <summary>
    /// The moment after which periods are not finished: now, or the end of the last day that every measure has data for.
    /// What one source has not delivered yet is not finished, however fresh the others are.
    /// </summary>
    public static DateTimeOffset UnfinishedFrom(BoundQuery query, DateTimeOffset now, Extents extents)
    {
        var from = now;
        foreach (var data in DataRanges(query, extents))
            from = data.End < from ? data.End : from;
        return from;
    }

    /// <summary>The periods of a grain; of several, the stretches into which all of them together cut time.</summary>
    private static IEnumerable<Period> Cells(ImmutableArray<Grain> grains, Calendar calendar, Period range)
    {
        if (grains.Length == 1 || range.IsEmpty)
            return calendar.Periods(grains[0], range);
        var from = grains.Max(grain => calendar.PeriodOf(grain, range.Start).Start);
        var to = grains.Min(grain => calendar.PeriodOf(grain, range.End.AddTicks(-1)).End);
        var cuts = grains.SelectMany(grain => calendar.Periods(grain, range).Take(MostPeriods + 1))
            .Select(period => period.Start).Where(cut => cut > from && cut < to).Concat([from, to]).Distinct().Order().ToList();
        return cuts.Zip(cuts.Skip(1), (start, end) => new Period(Grain.Range, start, end));
    }

    /// <summary>A period as far as it lies in the range, so that the periods of a range add up to the range.</summary>
    private static Period Within(Period period, Period range) =>
        period.Start >= range.Start && period.End <= range.End ? period
            : new Period(Grain.Range, Later(period.Start, range.Start), Earlier(period.End, range.End));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>The local days from the first to the last row on the axes of all measures.</summary>
    private static Period? DataRange(BoundQuery query, Extents extents)
    {
        var ranges = DataRanges(query, extents).ToArray();
        return ranges.Length == 0 ? null : new Period(Grain.Range, ranges.Min(data => data.Start), ranges.Max(data => data.End));
    }

    private static IEnumerable<Period> DataRanges(BoundQuery query, Extents extents) =>
        query.Measures.Select(measure => DataRange(measure, query, extents)).OfType<Period>();

    private static Period? DataRange(Measure measure, BoundQuery query, Extents extents) =>
        measure.Axis is { } axis && extents.Over(new TimeColumns(query.Catalog).Of(measure)) is { } extent
            ? Days(query.Calendar, extent, axis.IsInstant)
            : null;

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
