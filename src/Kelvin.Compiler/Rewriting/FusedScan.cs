using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Rewriting;

/// <summary>A scan in the making, into which others are put. All scans are added before any leaf is moved.</summary>
internal sealed class FusedScan(Scan like)
{
    private readonly List<Scan> _scans = [];
    private List<ScanPart>? _parts;

    /// <summary>Buckets tell their time by themselves; a whole scan needs its parts bound as soon as ranges differ.</summary>
    private bool BindsParts => like.Bucketing is Bucketing.Whole && _scans.Any(scan => !SameRanges(scan.Ranges, _scans[0].Ranges));

    private bool NeedsExistence => BindsParts && !like.Dimensions.IsEmpty;

    private List<ScanPart> Parts => _parts ??=
    [
        .. _scans.SelectMany(scan => scan.Parts.Select(part => Bound(part, scan)))
            .Concat(NeedsExistence ? _scans.Select(Existence) : [])
            .Distinct(),
    ];

    private ImmutableArray<Period>? Ranges => _scans.Any(scan => scan.Ranges is null) ? null
        : Windows.Union(_scans.SelectMany(scan => scan.Ranges!.Value)) is var ranges && like.CanReadMore ? Windows.Bridged(ranges)
        : ranges;

    /// <summary>Whether a scan can be put in.</summary>
    public bool Takes(Scan scan) => like.ReadsLike(scan);

    /// <summary>Puts a scan in.</summary>
    public void Add(Scan scan) => _scans.Add(scan);

    /// <summary>The scan that reads for all.</summary>
    public Scan ToScan() => like with { Ranges = Ranges, Parts = [.. Parts] };

    /// <summary>A leaf of one of the scans, taking its columns from the fused one.</summary>
    public PlanNode Move(PlanNode.Pick leaf, Scan from, int index) => leaf with
    {
        Scan = index,
        Columns = Moved(leaf.Columns, from),
        Existence = NeedsExistence ? Parts.IndexOf(Existence(from)) : null,
    };

    /// <summary>A leaf of one of the scans, taking its columns from the fused one.</summary>
    public PlanNode Move(PlanNode.Merge leaf, Scan from, int index) => leaf with { Scan = index, Columns = Moved(leaf.Columns, from) };

    /// <summary>A leaf of one of the scans, taking its column from the fused one.</summary>
    public PlanNode Move(PlanNode.CountReturns leaf, Scan from, int index) => leaf with { Scan = index, Columns = Moved(leaf.Columns, from) };

    private ImmutableArray<PickedColumn> Moved(ImmutableArray<PickedColumn> columns, Scan from) =>
        [.. columns.Select(column => column with { Part = Parts.IndexOf(Bound(from.Parts[column.Part], from)) })];

    private ScanPart Bound(ScanPart part, Scan scan) =>
        BindsParts && scan.Ranges is { } ranges ? part with { Within = ranges.IsEmpty ? Nothing : ranges[0] } : part;

    private ScanPart Existence(Scan scan) => Bound(new ScanPart(PartKind.Rows, null, null, null), scan);

    private static Period Nothing { get; } = new(Grain.Range, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    private static bool SameRanges(ImmutableArray<Period>? one, ImmutableArray<Period>? other) =>
        one is null ? other is null : other is { } ranges && one.Value.SequenceEqual(ranges);
}
