using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;

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
    /// <param name="KeepEmpty">Whether, without dimensions, a window without rows has a row too, as a whole scan has one.</param>
    public sealed record Pick(
        int Scan, ImmutableArray<Period> Windows, ImmutableArray<PickedColumn> Columns, int? Existence, bool KeepEmpty = false) : PlanNode
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

    /// <summary>
    /// The different values in the window of each asked period, counted from the periods in which they appear and come back:
    /// one row per group and asked period whose window holds any.
    /// </summary>
    /// <param name="Scan">Index of the scan, bucketed by returns.</param>
    /// <param name="Windows">The window of each asked period, made of whole buckets; those that are not empty start and end in order.</param>
    /// <param name="Columns">The scan's column that is taken, perhaps under several names.</param>
    public sealed record CountReturns(int Scan, ImmutableArray<Period> Windows, ImmutableArray<PickedColumn> Columns) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"count different {string.Join(", ", Columns)} of scan {Scan} in windows";
    }

    /// <summary>
    /// Values of finer periods brought to the asked ones: the keys, then the column, one row per group and asked period in
    /// which the group has a row that was not filled in, and any of its values is known.
    /// </summary>
    /// <param name="Input">Its period column is an index into the finer periods.</param>
    /// <param name="Finer">The finer periods.</param>
    /// <param name="PeriodsOf">For each asked period the indexes of the finer ones in it, in order.</param>
    /// <param name="Keep">Which value stands for the asked period.</param>
    /// <param name="Name">The column, of the input as of the result.</param>
    public sealed record Reduce(
        PlanNode Input, ImmutableArray<Period> Finer, ImmutableArray<ImmutableArray<int>> PeriodsOf, PeriodReduction Keep, string Name) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"keep {Keep.ToString().ToLowerInvariant()} of {Finer.Length} finer periods as {Name}";
    }

    /// <summary>Adds a row, marked as filled, for every finer period that a group lacks in an asked period in which it has any.</summary>
    /// <param name="Input">Its period column is an index into the finer periods.</param>
    /// <param name="PeriodsOf">For each asked period the indexes of the finer ones in it.</param>
    /// <param name="IsToldOf">For each finer period whether it lies in the time that has data.</param>
    public sealed record FillFiner(PlanNode Input, ImmutableArray<ImmutableArray<int>> PeriodsOf, ImmutableArray<bool> IsToldOf) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => "fill finer periods";
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
    /// <param name="Input">The rows.</param>
    /// <param name="Columns">What they are ranked by.</param>
    /// <param name="Others">The column that tells the group of all others, which is no group among groups and has no place; null where there is none.</param>
    public sealed record Rank(PlanNode Input, ImmutableArray<RankedColumn> Columns, string? Others) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"rank by {string.Join(", ", Columns)}";
    }

    /// <summary>
    /// The keys, then these columns worked out from the input's. Rows in which neither one of them nor a measure's own value is
    /// known go, filled ones excepted.
    /// </summary>
    /// <param name="Input">What they are worked out from.</param>
    /// <param name="Columns">The columns.</param>
    /// <param name="Presence">The measures' own values: a group that has one keeps its row, even where nothing asked can be worked out.</param>
    public sealed record Compute(PlanNode Input, ImmutableArray<(string Name, FrameExpression Value)> Columns, ImmutableArray<FrameExpression> Presence) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"compute {string.Join("; ", Columns.Select(column => $"{column.Name} = {column.Value}"))}";
    }

    /// <summary>Ordered by these columns, missing last; ties by period and dimensions, so that the order is the same every time.</summary>
    public sealed record Sort(PlanNode Input, ImmutableArray<SortKey> Keys) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => Keys.IsEmpty ? "sort by period and dimensions"
            : $"sort by {string.Join(", ", Keys.Select(key => $"{key.Column}{(key.Descending ? " descending" : "")}"))}";
    }

    /// <summary>The first rows.</summary>
    public sealed record First(PlanNode Input, int Count) : PlanNode
    {
        /// <inheritdoc />
        public override string ToString() => $"first {Count}";
    }
}
