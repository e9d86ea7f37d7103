using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Puts the buckets of a scan together within windows: sums of sums, extremes of extremes.</summary>
internal static class Merging
{
    /// <summary>The rows of a <see cref="PlanNode.Merge"/>: one per group and asked period whose window holds any bucket of the group.</summary>
    public static Frame Rows(PlanNode.Merge merge, Scan scan, Frame frame)
    {
        var grain = ((Bucketing.ByGrain)scan.Bucketing).Grain;
        var starts = BucketTimes.Of(frame[Scan.BucketColumn]);
        var windows = merge.Windows.Select(window => (From: BucketTimes.Key(window.Start, grain), To: BucketTimes.Key(window.End, grain))).ToArray();
        var (groupRows, periods, slices) = (new List<int>(), new List<int>(), new List<ArraySegment<int>>());
        foreach (var rows in Groups(scan, frame, starts))
        {
            var keys = Array.ConvertAll(rows, row => starts[row]);
            for (var index = 0; index < windows.Length; index++)
            {
                var from = BucketTimes.LowerBound(keys, windows[index].From);
                var to = BucketTimes.LowerBound(keys, windows[index].To);
                if (merge.Windows[index].IsEmpty || from >= to)
                    continue;
                groupRows.Add(rows[from]);
                periods.Add(index);
                slices.Add(new ArraySegment<int>(rows, from, to - from));
            }
        }
        if (merge.KeepEmpty && scan.Dimensions.IsEmpty)
            foreach (var index in Enumerable.Range(0, windows.Length).Except(periods).ToArray())
            {
                groupRows.Add(-1);
                periods.Add(index);
                slices.Add(ArraySegment<int>.Empty);
            }
        var groups = frame.Take([.. groupRows]);
        return new Frame(
            [
                Picking.PeriodIndex(periods),
                .. scan.Dimensions.Select(dimension => groups[dimension.Name]),
                .. merge.Columns.Select(column => Merged(frame[Scan.PartColumn(column.Part)], scan.Parts[column.Part].Kind, slices).Named(column.Name)),
            ],
            groupRows.Count);
    }

    /// <summary>The rows of each group in order of time.</summary>
    private static IEnumerable<int[]> Groups(Scan scan, Frame frame, long[] starts)
    {
        var codes = new GroupCodes([.. scan.Dimensions.Select(dimension => dimension.Name)]).Of(frame);
        return Enumerable.Range(0, frame.Count)
            .GroupBy(row => codes[row])
            .Select(group => group.OrderBy(row => starts[row]).ToArray());
    }

    private static FrameColumn Merged(FrameColumn column, PartKind kind, List<ArraySegment<int>> slices) => column switch
    {
        FrameColumn<decimal> exact => Merged(exact, slices, kind switch
        {
            PartKind.Min => Math.Min,
            PartKind.Max => Math.Max,
            _ => (left, right) => left + right,
        }),
        FrameColumn<double> binary => Merged(binary, slices, kind switch
        {
            PartKind.Min => Math.Min,
            PartKind.Max => Math.Max,
            _ => (left, right) => left + right,
        }),
        _ => throw new InvalidOperationException($"No merging of {column.GetType().Name}."),
    };

    /// <summary>A window that begins where the one before it did goes on from its result, so that running totals are one pass.</summary>
    private static FrameColumn<T> Merged<T>(FrameColumn<T> column, List<ArraySegment<int>> slices, Func<T, T, T> combine)
        where T : struct
    {
        var (values, missing) = (new T[slices.Count], new bool[slices.Count]);
        T? total = null;
        var before = ArraySegment<int>.Empty;
        for (var index = 0; index < slices.Count; index++)
        {
            var slice = slices[index];
            var goesOn = index > 0 && slice.Array == before.Array && slice.Offset == before.Offset && slice.Count >= before.Count;
            if (!goesOn)
                total = null;
            foreach (var row in goesOn ? slice[before.Count..] : slice)
                if (column.IsKnown(row))
                    total = total is { } sofar ? combine(sofar, column.Value(row)) : column.Value(row);
            values[index] = total ?? default;
            missing[index] = total is null;
            before = slice;
        }
        return new FrameColumn<T>(column.Name, values, missing);
    }
}
