using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Planning;

/// <summary>
/// Plans the measures of a question, each by itself: a scan with its parts, and the step that brings them to the asked
/// periods. What can be read together is put together later, by rewrites.
/// </summary>
/// <param name="query">The question.</param>
/// <param name="dimensions">What the leaves are grouped by.</param>
/// <param name="scans">Where the scans go.</param>
internal sealed class LeafPlanner(PinnedQuery query, ImmutableArray<BoundDimension> dimensions, ImmutableArray<Scan>.Builder scans)
{
    private readonly Dictionary<(Measure, string), FrameExpression> _planned = [];
    private readonly ImmutableArray<PlanNode>.Builder _leaves = ImmutableArray.CreateBuilder<PlanNode>();

    private Calendar Calendar => query.Bound.Calendar;

    /// <summary>One node per measure and window planned so far, joined.</summary>
    public PlanNode Joined() => _leaves.Count == 1 ? _leaves[0] : new PlanNode.Join(_leaves.ToImmutable());

    /// <summary>The value of a measure seen over windows of the asked periods, as an expression over the leaves' columns.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="path">The windows, the outermost first.</param>
    /// <param name="isAsked">Whether it is seen over the asked periods themselves, and not over those compared with.</param>
    public FrameExpression Plan(Measure measure, ImmutableArray<TimeWindow> path, bool isAsked)
    {
        var key = (measure, $"{isAsked} {string.Join(" | ", path.Select(ExpressionText.Of))}");
        if (!_planned.TryGetValue(key, out var value))
            _planned[key] = value = Add(measure, path, isAsked);
        return value;
    }

    private FrameExpression Add(Measure measure, ImmutableArray<TimeWindow> path, bool isAsked)
    {
        var parts = MeasureParts.Of(measure);
        var windows = Windows.Of(isAsked ? query.Periods : query.ComparedOf[measure], path, Calendar);
        if (measure.Axis is { IsInstant: false })
            windows = [.. windows.Select(window => Windows.WholeDays(window, Calendar))];
        var unbounded = query.IsUnbounded && isAsked && path.IsEmpty;
        ImmutableArray<PickedColumn> columns =
            [.. parts.Parts.Select((_, index) => new PickedColumn(index, FormattableString.Invariant($".m{scans.Count}_{index}")))];
        var (bucketing, buckets) = Bucketing(windows, parts, unbounded);
        scans.Add(new Scan
        {
            Dataset = measure.Dataset,
            Axis = unbounded && query.Grain is null && measure.Axis is { MayBeMissing: false } && !parts.Parts.Any(NeedsOrder) ? null : measure.Axis,
            Bucketing = bucketing,
            Ranges = unbounded ? null : Windows.Union(windows),
            CutsBuckets = buckets is { } whole && !whole.SequenceEqual(windows),
            Dimensions = [.. dimensions.Select(dimension => new ScanDimension(dimension.Name, Moved(dimension.Values[measure.Source])))],
            Filter = query.Bound.Filters.TryGetValue(measure.Source, out var filter) ? Moved(filter) : null,
            Parts = parts.Parts,
        });
        var scan = scans.Count - 1;
        _leaves.Add(bucketing switch
        {
            Planning.Bucketing.ByGrain when buckets is null => new PlanNode.Merge(scan, windows, columns, KeepEmpty: false),
            Planning.Bucketing.Whole => new PlanNode.Pick(scan, unbounded ? [] : windows, columns, null),
            _ => new PlanNode.Pick(scan, buckets ?? windows, columns, null),
        });
        return parts.Value([.. columns.Select(column => new FrameExpression.Column(column.Name))]);

        // Binding has made sure that they can be moved.
        RowExpression Moved(RowExpression expression) => AxisMoves.Along(expression, measure.Axis, path)!;
    }

    /// <summary>
    /// Windows that are periods of the grain are buckets as they stand. Others are put together from finer buckets where
    /// the parts allow it; where they do not, windows within periods are the buckets that the range cuts, and windows that
    /// overlap are read one by one. The buckets that answer the periods are told unless they must be put together.
    /// </summary>
    private (Bucketing, ImmutableArray<Period>? Buckets) Bucketing(ImmutableArray<Period> windows, MeasureParts parts, bool unbounded)
    {
        if (query.Grain is not { } grain)
            return (new Bucketing.Whole(), windows);
        if ((unbounded && query.Bound.Query.FurtherGrains.IsEmpty) || Windows.ArePeriods(windows, grain, Calendar))
            return (new Bucketing.ByGrain(grain), windows);
        if (parts.Parts.All(part => part.Kind.IsMergeable()))
            foreach (var finer in (Grain[])[grain, Grain.Day, Grain.Hour])
                if (Windows.AreMadeOf(windows, finer, Calendar))
                    return (new Bucketing.ByGrain(finer), null);
        return Windows.PeriodsAround(windows, grain, Calendar) is { } around
            ? (new Bucketing.ByGrain(grain), around)
            : (new Bucketing.ByWindow(windows), windows);
    }

    private static bool NeedsOrder(ScanPart part) => part.Kind is PartKind.First or PartKind.Last;
}
