using Kelvin.Calendars;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Brings a scan's buckets to the asked periods whose windows they are.</summary>
internal static class Picking
{
    /// <summary>The rows of a <see cref="PlanNode.Pick"/>.</summary>
    public static Frame Rows(PlanNode.Pick pick, Scan scan, Frame frame)
    {
        var rows = new List<int>(frame.Count);
        var periods = new List<int>(frame.Count);
        var existence = pick.Existence is null ? null : (FrameColumn<decimal>)frame[Scan.PartColumn(pick.Existence.Value)];
        var periodsOf = PeriodsByBucket(pick, scan.Bucketing);
        var buckets = frame.Find(Scan.BucketColumn);
        for (var row = 0; row < frame.Count; row++)
        {
            if (existence is not null && existence.Value(row) == 0)
                continue;
            if (buckets is null)
                Add(row, 0);
            else if (buckets[row] is { } bucket && periodsOf.TryGetValue(bucket, out var found))
                foreach (var period in found)
                    Add(row, period);
        }
        if (pick.KeepEmpty && scan.Dimensions.IsEmpty)
            foreach (var period in Enumerable.Range(0, pick.Windows.Length).Except(periods).ToArray())
                Add(-1, period);

        var taken = frame.Take([.. rows]);
        return new Frame(
            [
                PeriodIndex(periods),
                .. scan.Dimensions.Select(dimension => taken[dimension.Name]),
                .. pick.Columns.Select(column => taken[Scan.PartColumn(column.Part)].Named(column.Name)),
            ],
            rows.Count);

        void Add(int row, int period)
        {
            rows.Add(row);
            periods.Add(period);
        }
    }

    /// <summary>A period column of these indexes.</summary>
    public static FrameColumn<int> PeriodIndex(List<int> periods) => new(PlanNode.PeriodColumn, [.. periods]);

    /// <summary>The key by which an engine names the bucket that starts with this moment.</summary>
    public static object BucketKey(Period period, Grain grain) =>
        grain.IsWithinDay ? period.Start.UtcDateTime : DateOnly.FromDateTime(period.Start.DateTime);

    private static Dictionary<object, List<int>> PeriodsByBucket(PlanNode.Pick pick, Bucketing bucketing)
    {
        var found = new Dictionary<object, List<int>>();
        for (var index = 0; index < pick.Windows.Length; index++)
        {
            if (pick.Windows[index].IsEmpty)
                continue;
            object key = bucketing is Bucketing.ByGrain byGrain ? BucketKey(pick.Windows[index], byGrain.Grain) : (decimal)index;
            if (!found.TryGetValue(key, out var periods))
                found[key] = periods = [];
            periods.Add(index);
        }
        return found;
    }
}
