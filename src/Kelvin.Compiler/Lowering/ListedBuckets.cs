using Kelvin.Calendars;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// The key by which a scan cuts rows into periods that no function of an engine knows, such as sprints: a step at every
/// boundary of the stretch that is read. Instants are held against the boundaries' instants, so no row is turned to local time.
/// </summary>
internal static class ListedBuckets
{
    /// <summary>The first local day of a row's period; of the gap where it lies in none.</summary>
    public static SqlExpression Key(Grain grain, Scan scan, RowLowering rows, PinnedQuery query)
    {
        var axis = scan.Axis!;
        var calendar = query.Bound.Calendar;
        var starts = Starts(grain, scan, rows, query).Select(start => calendar.PeriodOf(grain, start).Start).Distinct().ToArray();
        var steps = starts.Select((start, index) => (
            index + 1 < starts.Length ? Moments.BoundValue(starts[index + 1], axis.IsInstant) : DateTime.MaxValue,
            Moments.Bound(start, isInstant: false))).ToArray();
        return StepFunction.Of(rows.Lower(axis.Path), steps);
    }

    /// <summary>The boundaries of the periods and gaps over what is read; at least one.</summary>
    private static IEnumerable<DateTimeOffset> Starts(Grain grain, Scan scan, RowLowering rows, PinnedQuery query)
    {
        var calendar = query.Bound.Calendar;
        var (from, to) = Read(scan, rows, calendar);
        yield return from;
        foreach (var period in calendar.Periods(grain, new Period(Grain.Range, from, to)))
        {
            yield return period.Start;
            yield return period.End;
        }
    }

    private static (DateTimeOffset From, DateTimeOffset To) Read(Scan scan, RowLowering rows, Calendar calendar)
    {
        if (scan.Ranges is { } ranges)
            return ranges.IsEmpty ? (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch) : (ranges.Min(range => range.Start), ranges.Max(range => range.End));
        return rows.AxisExtent(scan.Axis!) is { } extent
            ? (calendar.DayPeriod(DateOnly.FromDateTime(extent.First).AddDays(-1)).Start, calendar.DayPeriod(DateOnly.FromDateTime(extent.Last).AddDays(1)).End)
            : (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
    }
}
