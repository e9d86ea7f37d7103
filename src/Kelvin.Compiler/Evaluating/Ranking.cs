using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Ranks the rows of each period.</summary>
internal static class Ranking
{
    /// <summary>The rows of a <see cref="PlanNode.Rank"/>: the input's, with a column of ranks behind each that is ranked by.</summary>
    public static Frame Rows(Frame input, PlanNode.Rank rank)
    {
        var others = rank.Others is null ? null : (FrameColumn<bool>)input[rank.Others];
        var periods = (FrameColumn<int>)input[PlanNode.PeriodColumn];
        var byPeriod = Enumerable.Range(0, input.Count).Where(row => others?.Value(row) != true).GroupBy(periods.Value).ToList();
        var ranks = rank.Columns.ToDictionary(column => column.Name, column => Ranks(input[column.Name], column.IsLeastFirst, byPeriod), StringComparer.Ordinal);
        return new Frame(
            [.. input.Columns.SelectMany(column => ranks.TryGetValue(column.Name, out var places) ? (FrameColumn[])[column, places] : [column])], input.Count);
    }

    private static FrameColumn<decimal> Ranks(FrameColumn values, bool isLeastFirst, List<IGrouping<int, int>> byPeriod)
    {
        var (ranks, missing) = (new decimal[values.Count], new bool[values.Count]);
        Array.Fill(missing, true);
        foreach (var rows in byPeriod)
        {
            var ordered = rows.Where(values.IsKnown).Order(Comparer<int>.Create((left, right) =>
                isLeastFirst ? values.Compare(left, right) : values.Compare(right, left))).ToList();
            for (var place = 0; place < ordered.Count; place++)
            {
                var isTied = place > 0 && values.Compare(ordered[place], ordered[place - 1]) == 0;
                ranks[ordered[place]] = isTied ? ranks[ordered[place - 1]] : place + 1;
                missing[ordered[place]] = false;
            }
        }
        return new FrameColumn<decimal>(Planner.RankColumn(values.Name), ranks, missing);
    }
}
