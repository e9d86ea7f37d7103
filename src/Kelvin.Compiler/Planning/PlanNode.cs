using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Frames;

namespace Kelvin.Compiler.Planning;

/// <summary>
/// A step of the algebra over the frames that scans return. Frames inside a plan have the key column
/// <see cref="PeriodColumn"/> (an index into the asked periods) and the dimensions by name.
/// </summary>
public abstract record PlanNode
{
    /// <summary>The key column: an index into the asked periods.</summary>
    public const string PeriodColumn = "period";

    /// <summary>Added by <see cref="Fill"/>: whether the row had no data.</summary>
    public const string FilledColumn = "filled";

    private PlanNode()
    {
    }

    /// <summary>
    /// A scan's rows whose bucket is the window of an asked period, once for each such period; the scan's columns that are
    /// named, under their new names.
    /// </summary>
    /// <param name="Scan">Index of the scan.</param>
    /// <param name="Windows">The window of each asked period, each a bucket of the scan; of a whole scan its only range, or nothing when it reads all time.</param>
    /// <param name="Columns">The scan's columns that are taken.</param>
    /// <param name="Existence">Index of a part that counts the rows which make the group exist; null where a row says so by being there.</param>
    public sealed record Pick(
        int Scan, ImmutableArray<Period> Windows, ImmutableArray<PickedColumn> Columns, int? Existence) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"pick {string.Join(", ", Columns)} from scan {Scan}";
    }

    /// <summary>A scan's buckets put together within the window of each asked period. Only mergeable parts.</summary>
    /// <param name="Scan">Index of the scan, bucketed finer than the windows.</param>
    /// <param name="Windows">The window of each asked period, each made of whole buckets.</param>
    /// <param name="Columns">The scan's columns that are taken.</param>
    /// <param name="KeepEmpty">Whether, without dimensions, a window without buckets has a row too, as a whole scan has one.</param>
    public sealed record Merge(int Scan, ImmutableArray<Period> Windows, ImmutableArray<PickedColumn> Columns, bool KeepEmpty) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"merge {string.Join(", ", Columns)} of scan {Scan} over windows";
    }

    /// <summary>Full outer join on period and dimensions; missing keys match each other.</summary>
    public sealed record Join(ImmutableArray<PlanNode> Inputs) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"join {Inputs.Length}";
    }

    /// <summary>Adds a row for every asked period that a group lacks; without dimensions, one for every period.</summary>
    public sealed record Fill(PlanNode Input) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => "fill the calendar";
    }

    /// <summary>Each row with the columns of its period's row in the totals, which have no dimensions.</summary>
    public sealed record Beside(PlanNode Input, PlanNode Totals) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => "beside the totals of the period";
    }

    /// <summary>Each row with its place among the rows of its period; equal values share a place, missing ones have none.</summary>
    public sealed record Rank(PlanNode Input, ImmutableArray<RankedColumn> Columns) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"rank by {string.Join(", ", Columns)}";
    }

    /// <summary>The keys, then these columns worked out from the input's. Rows in which all of them are missing go, filled ones excepted.</summary>
    public sealed record Compute(PlanNode Input, ImmutableArray<(string Name, FrameExpression Value)> Columns) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"compute {string.Join("; ", Columns.Select(column => $"{column.Name} = {column.Value}"))}";
    }

    /// <summary>Ordered by these columns, missing last; ties by period and dimensions, so that the order is the same every time.</summary>
    public sealed record Sort(PlanNode Input, ImmutableArray<SortKey> Keys) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"sort by {string.Join(", ", Keys.Select(key => $"{key.Column}{(key.Descending ? " descending" : "")}"))}";
    }

    /// <summary>The first rows.</summary>
    public sealed record First(PlanNode Input, int Count) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"first {Count}";
    }
}

/// <summary>A column that rows are ranked by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsLeastFirst">Whether the least value is the best.</param>
public readonly record struct RankedColumn(string Name, bool IsLeastFirst)
{
    /// <inheritdoc />
    public override string ToString() => IsLeastFirst ? $"{Name}, least first" : Name;
}

/// <summary>A scan's column under its name in the plan.</summary>
/// <param name="Part">Index of the part.</param>
/// <param name="Name">Its name from here on.</param>
public readonly record struct PickedColumn(int Part, string Name)
{
    /// <inheritdoc />
    public override string ToString() => $"{Scan.PartColumn(Part)} as {Name}";
}
