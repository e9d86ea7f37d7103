using Kelvin.Calendars;
using Kelvin.Compiler.Frames;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Buckets as numbers that can be searched: days of the calendar, or ticks within a day.</summary>
internal static class BucketTimes
{
    /// <summary>The first day or instant of each bucket as a number. A missing one is after all others.</summary>
    public static long[] Of(FrameColumn buckets) => buckets switch
    {
        FrameColumn<DateOnly> days => [.. Enumerable.Range(0, days.Count).Select(row => days.IsKnown(row) ? (long)days.Value(row).DayNumber : long.MaxValue)],
        FrameColumn<DateTime> instants => [.. Enumerable.Range(0, instants.Count).Select(row => instants.IsKnown(row) ? instants.Value(row).Ticks : long.MaxValue)],
        _ => throw new InvalidOperationException($"No buckets in {buckets.GetType().Name}."),
    };

    /// <summary>A moment as such a number.</summary>
    public static long Key(DateTimeOffset moment, Grain grain) =>
        grain.IsWithinDay ? moment.UtcTicks : DateOnly.FromDateTime(moment.DateTime).DayNumber;

    /// <summary>The index of the first number that is not less than a key.</summary>
    public static int LowerBound(long[] sorted, long key)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < key)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
