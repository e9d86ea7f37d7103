using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>
/// Counts different values in windows. An appearance counts in the windows that hold it, up to those that hold the next
/// one too; as windows start and end in order these are neighbours, and a running sum of their ends gives every count.
/// </summary>
internal static class Returning
{
    /// <summary>The rows of a <see cref="PlanNode.CountReturns"/>.</summary>
    public static Frame Rows(PlanNode.CountReturns count, Scan scan, Frame frame)
    {
        var grain = ((Bucketing.ByReturn)scan.Bucketing).Grain;
        int[] asked = [.. Enumerable.Range(0, count.Windows.Length).Where(index => !count.Windows[index].IsEmpty)];
        var starts = Array.ConvertAll(asked, index => BucketTimes.Key(count.Windows[index].Start, grain));
        var ends = Array.ConvertAll(asked, index => BucketTimes.Key(count.Windows[index].End, grain));
        var values = (FrameColumn<decimal>)frame[Scan.PartColumn(count.Columns[0].Part)];
        var spans = Spans(frame, starts, ends);
        var (rows, periods, counts) = (new List<int>(), new List<int>(), new List<decimal>());
        var codes = new GroupCodes([.. scan.Dimensions.Select(dimension => dimension.Name)]).Of(frame);
        foreach (var group in Enumerable.Range(0, frame.Count).GroupBy(row => codes[row]))
        {
            var (changes, presence) = (new decimal[asked.Length + 1], new int[asked.Length + 1]);
            foreach (var row in group.Where(row => spans[row].From < spans[row].To))
            {
                changes[spans[row].From] += values.Value(row);
                changes[spans[row].To] -= values.Value(row);
                presence[spans[row].From]++;
                presence[spans[row].To]--;
            }
            var (total, present) = (0m, 0);
            for (var index = 0; index < asked.Length; index++)
            {
                total += changes[index];
                present += presence[index];
                if (present == 0)
                    continue;
                rows.Add(group.First());
                periods.Add(asked[index]);
                counts.Add(total);
            }
        }
        var groups = frame.Take([.. rows]);
        return new Frame(
            [
                Picking.PeriodIndex(periods),
                .. scan.Dimensions.Select(dimension => groups[dimension.Name]),
                .. count.Columns.Select(column => new FrameColumn<decimal>(column.Name, [.. counts])),
            ],
            rows.Count);
    }

    /// <summary>For each row the first window in which it counts, and the first after those.</summary>
    private static (int From, int To)[] Spans(Frame frame, long[] starts, long[] ends)
    {
        var buckets = BucketTimes.Of(frame[Scan.BucketColumn]);
        var returns = frame.Find(Scan.ReturnColumn) is { } column ? BucketTimes.Of(column) : null;
        return [.. buckets.Select((bucket, row) => (FirstHolding(bucket), Math.Min(
            BucketTimes.LowerBound(starts, bucket + 1), returns is null || returns[row] == long.MaxValue ? starts.Length : FirstHolding(returns[row]))))];

        int FirstHolding(long bucket) => BucketTimes.LowerBound(ends, bucket + 1);
    }
}
