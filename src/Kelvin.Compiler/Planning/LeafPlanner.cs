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
/// <param name="around">The windows through which the periods of the question are seen already, the outermost first.</param>
internal sealed class LeafPlanner(
    PinnedQuery query, ImmutableArray<BoundDimension> dimensions, ImmutableArray<Scan>.Builder scans, ImmutableArray<TimeWindow> around)
{
    private readonly Dictionary<(object, string), FrameExpression> _planned = [];
    private readonly ImmutableArray<PlanNode>.Builder _leaves = ImmutableArray.CreateBuilder<PlanNode>();

    private Calendar Calendar => query.Bound.Calendar;

    /// <summary>
    /// The start of the asked period in which data begin, so that what is cumulative can be put together from such periods. Before
    /// the first period of a table of periods there is none, and the gap there has no start that could be moved any further back.
    /// </summary>
    private DateTimeOffset? Begun =>
        query.DataFrom is { } first && query.Grain is { } grain && Calendar.PeriodOf(grain, first).Start is var start && start.UtcDateTime > Extent.Earliest ? start : query.DataFrom;

    /// <summary>What cannot be put together starts with its own first day, so that it is the same whatever it is asked with.</summary>
    private DateTimeOffset? BegunOf(Measure measure) =>
        measure.Choice.IsMergeable ? Begun : query.BegunOf(measure) ?? Begun;

    /// <summary>Whether anything has been planned.</summary>
    public bool IsEmpty => _leaves.Count == 0;

    /// <summary>The measures' own values, as expressions over the leaves' columns.</summary>
    public ImmutableArray<FrameExpression> Values => [.. _planned.Values];

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

    /// <summary>The value of what is worked out for finer periods, seen over windows of the asked ones.</summary>
    /// <param name="reduced">What it is.</param>
    /// <param name="path">The windows, the outermost first.</param>
    /// <param name="isAsked">Whether it is seen over the asked periods themselves.</param>
    /// <param name="plan">Plans its inner expression in the same question asked of the finer periods.</param>
    public FrameExpression Plan(
        BoundExpression.Reduced reduced, ImmutableArray<TimeWindow> path, bool isAsked, Func<LeafPlanner, FrameExpression> plan)
    {
        var key = (reduced, $"{isAsked} {string.Join(" | ", path.Select(ExpressionText.Of))}");
        if (_planned.TryGetValue(key, out var planned))
            return planned;
        var periods = Windows.Of(isAsked ? query.Periods : ComparedOf(reduced), path, Calendar, Begun);
        var finer = FinerPeriods.In(periods, reduced.Per, Calendar);
        var inner = new LeafPlanner(query.Asking(reduced.Per, finer.Periods), dimensions, scans, [.. around, .. path]);
        var value = plan(inner);
        if (inner.IsEmpty)
            return value;
        var name = FormattableString.Invariant($".r{scans.Count}");
        var measures = reduced.Inner.Measures().ToList();
        PlanNode node = new PlanNode.FillFiner(inner.Joined(), finer.Of, [.. finer.Periods.Select(period => query.HasDataIn(period, measures))]);
        node = new PlanNode.Compute(node, [(name, value)], inner.Values);
        _leaves.Add(new PlanNode.Reduce(node, finer.Periods, finer.Of, reduced.Keep, name));
        return _planned[key] = new FrameExpression.Column(name);
    }

    /// <summary>Of the periods compared with, those that reach least far: what one source lacks is not compared.</summary>
    private ImmutableArray<Period> ComparedOf(BoundExpression.Reduced reduced) =>
        reduced.Inner.Measures().Select(measure => query.ComparedOf(measure)).DefaultIfEmpty(query.Compared).MinBy(compared => compared.Max(period => period.End));

    private FrameExpression Add(Measure measure, ImmutableArray<TimeWindow> path, bool isAsked)
    {
        var parts = MeasureParts.Of(measure);
        var windows = Windows.Of(isAsked ? query.Periods : query.ComparedOf(measure), path, Calendar, BegunOf(measure));
        if (measure.Axis is { IsInstant: false })
            windows = [.. windows.Select(window => Windows.WholeDays(window, Calendar))];
        var unbounded = query.IsUnbounded && isAsked && path.IsEmpty;
        ImmutableArray<PickedColumn> columns =
            [.. parts.Parts.Select((_, index) => new PickedColumn(index, FormattableString.Invariant($".m{scans.Count}_{index}")))];
        var (bucketing, buckets) = Bucketing(windows, measure.Choice, parts, unbounded);
        scans.Add(new Scan
        {
            Dataset = measure.Dataset,
            Axis = unbounded && query.Grain is null && measure.Axis is { MayBeMissing: false } && !parts.Parts.Any(NeedsOrder) && measure.Choice is RowChoice.All ? null : measure.Axis,
            Choice = measure.Choice,
            KeepsUnlinked = query.Bound.Query.Unlinked,
            Bucketing = bucketing,
            Ranges = unbounded || measure.Choice.IsByWindow ? null : Windows.Union(windows),
            CutsBuckets = (buckets is { } whole && !whole.SequenceEqual(windows)) || bucketing is Planning.Bucketing.ByReturn { Kind: ReturnKind.FirstOnly },
            Dimensions = [.. dimensions.Select(dimension => new ScanDimension(dimension.Name, Moved(dimension.Values[measure.Source])))],
            Filter = Filter(),
            Parts = parts.Parts,
        });
        var scan = scans.Count - 1;
        _leaves.Add(bucketing switch
        {
            Planning.Bucketing.ByGrain when buckets is null => new PlanNode.Merge(scan, windows, columns, KeepEmpty: false),
            Planning.Bucketing.ByReturn => new PlanNode.CountReturns(scan, windows, columns),
            Planning.Bucketing.Whole => new PlanNode.Pick(scan, unbounded ? [] : windows, columns, null),
            _ => new PlanNode.Pick(scan, buckets ?? windows, columns, null, KeepEmpty: query.Grain is null),
        });
        var value = parts.Value([.. columns.Select(column => new FrameExpression.Column(column.Name))]);
        return measure is { Choice.IsPerDay: true, Aggregate.Kind: AggregateKind.Count or AggregateKind.Sum }
            ? new FrameExpression.Call(MetricOperator.Divide, [value, new FrameExpression.PerPeriod([.. windows.Select(window => (decimal)Windows.DaysIn(window).Length)])])
            : value;

        // Where rows are chosen among others, only those that the measure means may be chosen.
        RowExpression? Filter()
        {
            var asked = query.Bound.Filters.TryGetValue(measure.Source, out var filter) ? Moved(filter) : null;
            var own = measure.Choice.ChoosesRows ? measure.Aggregate.Where : null;
            return asked is not null && own is not null ? new RowExpression.Call(RowFunction.And, [asked, own], DataType.Boolean) : asked ?? own;
        }

        // Binding has made sure that they can be moved.
        RowExpression Moved(RowExpression expression) => AxisMoves.Along(expression, measure.Axis, [.. around, .. path])!;
    }

    /// <summary>
    /// Windows that are periods of the grain are buckets as they stand. Others are put together from finer buckets where
    /// the parts allow it; where they do not, windows within periods are the buckets that the range cuts, and windows that
    /// overlap are read one by one, as is what stands at an end or a start. The buckets that answer the periods are told unless they must be put together.
    /// </summary>
    private (Bucketing, ImmutableArray<Period>? Buckets) Bucketing(ImmutableArray<Period> windows, RowChoice choice, MeasureParts parts, bool unbounded)
    {
        if (choice.IsByWindow)
            return (new Bucketing.ByWindow(windows), windows);
        if (query.Grain is not { } grain)
            return (new Bucketing.Whole(), windows);
        if (unbounded && query.Bound.Query.FurtherGrains.IsEmpty)
            return (new Bucketing.ByGrain(grain), windows);
        foreach (var own in (Grain[])[grain, Grain.Day, Grain.Hour])
            if (Windows.ArePeriods(windows, own, Calendar))
                return (new Bucketing.ByGrain(own), windows);
        if (choice.IsMergeable && parts.Parts.All(part => part.Kind.IsMergeable()))
            foreach (var finer in (Grain[])[grain, Grain.Day, Grain.Hour])
                if (Windows.AreMadeOf(windows, finer, Calendar))
                    return (new Bucketing.ByGrain(finer), null);
        if (Windows.PeriodsAround(windows, grain, Calendar) is { } around)
            return (new Bucketing.ByGrain(grain), around);
        return choice is RowChoice.All && parts.Parts is [{ Kind: PartKind.Distinct } different] && ByReturn(windows, grain, different) is { } byReturn
            ? (byReturn, windows)
            : (new Bucketing.ByWindow(windows), windows);
    }

    /// <summary>How different values are counted in windows that start and end in order and are made of whole days; null for others.</summary>
    private Bucketing.ByReturn? ByReturn(ImmutableArray<Period> windows, Grain grain, ScanPart different)
    {
        Period[] some = [.. windows.Where(window => !window.IsEmpty)];
        if (grain.IsWithinDay || some.Length == 0 || some.Zip(some.Skip(1)).Any(pair => pair.Second.Start < pair.First.Start || pair.Second.End < pair.First.End))
            return null;
        foreach (var finer in (Grain[])[grain, Grain.Day])
            if (Windows.AreMadeOf(windows, finer, Calendar))
                return new(finer, some.All(window => window.Start == some[0].Start) ? ReturnKind.FirstOnly : ReturnKind.Each,
                    some.Max(window => window.LastDay.DayNumber - window.FirstDay.DayNumber + 1), different);
        return null;
    }

    private static bool NeedsOrder(ScanPart part) => part.Kind is PartKind.First or PartKind.Last;
}
