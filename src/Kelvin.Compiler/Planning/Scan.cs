using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Planning;

/// <summary>
/// One grouped read of a dataset. Its frame has the key column <c>.bucket</c> unless it is whole, a column per dimension
/// by name, and the columns <c>.p0</c>, <c>.p1</c>… of its parts; one row per bucket and group that has any row.
/// </summary>
public sealed record Scan
{
    /// <summary>The key column of the buckets. Like the names of parts it begins with a point, as no dimension's name does.</summary>
    public const string BucketColumn = ".bucket";

    /// <summary>The key column of the period in which a value comes back; missing where it does not. Only in <see cref="Planning.Bucketing.ByReturn"/>.</summary>
    public const string ReturnColumn = ".return";

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>What places its rows in time; null when time plays no part.</summary>
    public required TimeAxis? Axis { get; init; }

    /// <summary>Which rows count in a bucket.</summary>
    public RowChoice Choice { get; init; } = new RowChoice.All();

    /// <summary>How rows are cut by time.</summary>
    public required Bucketing Bucketing { get; init; }

    /// <summary>Only rows in one of these stretches: ordered, apart from each other. Null for all rows.</summary>
    public required ImmutableArray<Period>? Ranges { get; init; }

    /// <summary>
    /// Whether the ranges cut through buckets, so that a bucket holds only the part of its period that was asked for, or
    /// decide what appears first. Such a scan can read only its own ranges.
    /// </summary>
    public bool CutsBuckets { get; init; }

    /// <summary>Whether rows to which none of the dataset's leads are read too, beside missing values.</summary>
    public bool KeepsUnlinked { get; init; }

    /// <summary>The dimensions that rows are grouped by.</summary>
    public required ImmutableArray<ScanDimension> Dimensions { get; init; }

    /// <summary>Only rows for which this holds; null for all.</summary>
    public required RowExpression? Filter { get; init; }

    /// <summary>What is worked out per group.</summary>
    public required ImmutableArray<ScanPart> Parts { get; init; }

    /// <summary>Only the first groups in an order; null for all.</summary>
    public FirstGroups? First { get; init; }

    /// <summary>Whether coarser buckets can be put together from its buckets.</summary>
    public bool IsMergeable => Choice.IsMergeable && Parts.All(part => part.Kind.IsMergeable());

    /// <summary>
    /// Whether more may be read than the ranges: what lies outside falls into buckets of its own. Not where buckets are cut,
    /// nor where one bucket over other ranges would have other rows at its edge.
    /// </summary>
    internal bool CanReadMore => !CutsBuckets && (Choice.IsMergeable || Bucketing is not Bucketing.Whole);

    /// <summary>The name of a part's column.</summary>
    public static string PartColumn(int index) => FormattableString.Invariant($".p{index}");

    /// <summary>Whether two scans read the same rows in the same groups, whatever their ranges and parts.</summary>
    public bool ReadsLike(Scan other) =>
        First is null && other.First is null && Dataset == other.Dataset && Equals(Axis, other.Axis) && Choice.Equals(other.Choice) && Bucketing.Equals(other.Bucketing) && Equals(Filter, other.Filter)
        && Dimensions.SequenceEqual(other.Dimensions)
        && CutsBuckets == other.CutsBuckets && KeepsUnlinked == other.KeepsUnlinked && (CanReadMore || SameRanges(other));

    private bool SameRanges(Scan other) =>
        Ranges is null ? other.Ranges is null : other.Ranges is { } ranges && Ranges.Value.SequenceEqual(ranges);

    /// <inheritdoc />
    public bool Equals(Scan? other) =>
        other is not null && ReadsLike(other) && Parts.SequenceEqual(other.Parts) && SameRanges(other);

    /// <inheritdoc />
    public override int GetHashCode() => Parts.Aggregate(Dataset.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    /// <inheritdoc />
    public override string ToString()
    {
        var ranges = Ranges is null ? "all time" : string.Join(" and ", Ranges.Value.Select(range => $"{range.Start:yyyy-MM-dd}..{range.End:yyyy-MM-dd}"));
        var by = Dimensions.IsEmpty ? "" : $" by {string.Join(", ", Dimensions)}";
        var where = Filter is null ? "" : $" where {ExpressionText.Of(Filter)}";
        var choice = Choice is RowChoice.All ? "" : $", {Choice}";
        return $"scan {Dataset}{choice}{(KeepsUnlinked ? " and what nothing leads to" : "")} over {ranges} on {Axis?.ToString() ?? "no axis"}, {Bucketing}{by}{where}: {string.Join(", ", Parts.Select((part, index) => $"{PartColumn(index)} = {part}"))}{(First is null ? "" : $", {First}")}";
    }
}
