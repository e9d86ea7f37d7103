using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Puts the totals of a period beside the rows of its groups.</summary>
internal static class Totalling
{
    /// <summary>The rows of a <see cref="PlanNode.Beside"/>; where a period has no total its columns are missing.</summary>
    public static Frame Rows(Frame input, Frame totals)
    {
        var periodsOfTotals = (FrameColumn<int>)totals[PlanNode.PeriodColumn];
        var rowOf = Enumerable.Range(0, totals.Count).ToDictionary(periodsOfTotals.Value);
        var periods = (FrameColumn<int>)input[PlanNode.PeriodColumn];
        int[] rows = [.. Enumerable.Range(0, input.Count).Select(row => rowOf.GetValueOrDefault(periods.Value(row), -1))];
        var added = totals.Columns.Where(column => column.Name != PlanNode.PeriodColumn).Select(column => column.Take(rows));
        return new Frame([.. input.Columns, .. added], input.Count);
    }
}
