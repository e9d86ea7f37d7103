using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Completes the calendar: every group gets a row for every asked period.</summary>
internal static class Filling
{
    /// <summary>
    /// The input's rows, then the added ones, whose values are missing; the column <see cref="PlanNode.FilledColumn"/> tells
    /// them apart. Without dimensions there is one group, even when the input is empty.
    /// </summary>
    public static Frame Rows(Frame input, ImmutableArray<string> keys, int periods)
    {
        var dimensions = keys.RemoveAt(0);
        var codes = new GroupCodes(dimensions);
        var codeOf = codes.Of(input);
        var groups = dimensions.IsEmpty ? 1 : codes.Count;
        var present = new bool[groups, periods];
        var rowOfGroup = new int[groups];
        Array.Fill(rowOfGroup, -1);
        var period = (FrameColumn<int>)input[PlanNode.PeriodColumn];
        for (var row = 0; row < input.Count; row++)
        {
            rowOfGroup[codeOf[row]] = row;
            present[codeOf[row], period.Value(row)] = true;
        }
        var (addedGroups, addedPeriods) = (new List<int>(), new List<int>());
        for (var group = 0; group < groups; group++)
            for (var index = 0; index < periods; index++)
                if (!present[group, index])
                {
                    addedGroups.Add(rowOfGroup[group]);
                    addedPeriods.Add(index);
                }

        int[] own = [.. Enumerable.Range(0, input.Count)];
        int[] keyRows = [.. own, .. addedGroups];
        int[] valueRows = [.. own, .. Enumerable.Repeat(-1, addedGroups.Count)];
        return new Frame(
            [
                period.Followed([Picking.PeriodIndex(addedPeriods)]),
                .. dimensions.Select(name => input[name].Take(keyRows)),
                .. input.Columns.Where(column => !keys.Contains(column.Name)).Select(column => column.Take(valueRows)),
                new FrameColumn<bool>(PlanNode.FilledColumn, [.. valueRows.Select(row => row < 0)]),
            ],
            keyRows.Length);
    }
}
