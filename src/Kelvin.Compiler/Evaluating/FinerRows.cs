using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Finds the row of each finer period, group by group.</summary>
internal static class FinerRows
{
    /// <summary>For each group the row of each finer period, −1 where there is none, and any row of the group.</summary>
    public static IEnumerable<(int[] RowOf, int Any)> ByGroup(Frame frame, ImmutableArray<string> dimensions, int periods)
    {
        var codeOf = new GroupCodes(dimensions).Of(frame);
        var period = (FrameColumn<int>)frame[PlanNode.PeriodColumn];
        foreach (var group in Enumerable.Range(0, frame.Count).GroupBy(row => codeOf[row]))
        {
            var rowOf = new int[periods];
            Array.Fill(rowOf, -1);
            foreach (var row in group)
                rowOf[period.Value(row)] = row;
            yield return (rowOf, group.First());
        }
    }

    /// <summary>
    /// The frame, then a row for every finer period that a group lacks in an asked period in which it has any: where the
    /// metric is 0 without rows, such days count. Only finer periods that data can tell of. The added rows are marked: windows
    /// overlap, and a day that is added for one asked period is none that the group has in another.
    /// </summary>
    public static Frame Completed(PlanNode.FillFiner fill, Frame frame, ImmutableArray<string> keys)
    {
        var dimensions = keys.RemoveAt(0);
        var (rows, periods) = (new List<int>(), new List<int>());
        foreach (var (rowOf, any) in ByGroup(frame, dimensions, fill.IsToldOf.Length))
            foreach (var lacking in fill.PeriodsOf.Where(finer => finer.Any(index => rowOf[index] >= 0))
                .SelectMany(finer => finer.Where(index => rowOf[index] < 0 && fill.IsToldOf[index])).Distinct())
            {
                rows.Add(any);
                periods.Add(lacking);
            }
        int[] own = [.. Enumerable.Range(0, frame.Count)];
        int[] keyRows = [.. own, .. rows];
        int[] valueRows = [.. own, .. Enumerable.Repeat(-1, rows.Count)];
        return new Frame(
            [
                frame[PlanNode.PeriodColumn].Followed([Picking.PeriodIndex(periods)]),
                .. dimensions.Select(name => frame[name].Take(keyRows)),
                .. frame.Columns.Where(column => !keys.Contains(column.Name)).Select(column => column.Take(valueRows)),
                new FrameColumn<bool>(PlanNode.FilledColumn, [.. valueRows.Select(row => row < 0)]),
            ],
            keyRows.Length);
    }
}
