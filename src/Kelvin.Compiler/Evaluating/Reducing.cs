using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Brings values of finer periods to the asked periods they lie in.</summary>
internal static class Reducing
{
    /// <summary>The rows of a <see cref="PlanNode.Reduce"/>: one per group and asked period in which the group has a row of its own and any value that is known.</summary>
    public static Frame Rows(PlanNode.Reduce reduce, Frame input, ImmutableArray<string> keys)
    {
        var dimensions = keys.RemoveAt(0);
        var found = new List<(int Row, int Period, ArraySegment<int> Values)>();
        var values = input[reduce.Name];
        var filled = input.Find(PlanNode.FilledColumn) as FrameColumn<bool>;
        foreach (var (rowOf, any) in FinerRows.ByGroup(input, dimensions, reduce.Finer.Length))
            for (var period = 0; period < reduce.PeriodsOf.Length; period++)
            {
                int[] known = [.. reduce.PeriodsOf[period].Select(finer => rowOf[finer]).Where(row => row >= 0 && values.IsKnown(row))];
                if (known.Length > 0 && reduce.PeriodsOf[period].Any(finer => rowOf[finer] is >= 0 and var row && filled?.Value(row) != true))
                    found.Add((any, period, known));
            }
        var groups = input.Take([.. found.Select(one => one.Row)]);
        return new Frame(
            [
                Picking.PeriodIndex([.. found.Select(one => one.Period)]),
                .. dimensions.Select(name => groups[name]),
                Reduced(values, reduce.Keep, [.. found.Select(one => one.Values)]),
            ],
            found.Count);
    }

    private static FrameColumn Reduced(FrameColumn values, PeriodReduction keep, ImmutableArray<ArraySegment<int>> rows) => keep switch
    {
        PeriodReduction.First => values.Take([.. rows.Select(known => known[0])]),
        PeriodReduction.Last => values.Take([.. rows.Select(known => known[^1])]),
        PeriodReduction.Least => values.Take([.. rows.Select(known => known.MinBy(row => row, ByValue(values)))]),
        PeriodReduction.Greatest => values.Take([.. rows.Select(known => known.MaxBy(row => row, ByValue(values)))]),
        PeriodReduction.Total => Total(values, rows),
        PeriodReduction.Average => new FrameColumn<double>(values.Name, [.. rows.Select(known => Mean(values, known))]),
        _ => throw new InvalidOperationException($"No reduction by {keep}."),
    };

    /// <summary>Exact where the values are and their sum has room; a rounded sum serves better than none.</summary>
    private static FrameColumn Total(FrameColumn values, ImmutableArray<ArraySegment<int>> rows)
    {
        if (values is not FrameColumn<decimal> exact)
            return new FrameColumn<double>(values.Name, [.. rows.Select(known => known.Sum(((FrameColumn<double>)values).Value))]);
        try
        {
            return new FrameColumn<decimal>(values.Name, [.. rows.Select(known => known.Sum(exact.Value))]);
        }
        catch (OverflowException)
        {
            return new FrameColumn<double>(values.Name, [.. rows.Select(known => known.Sum(row => (double)exact.Value(row)))]);
        }
    }

    private static Comparer<int> ByValue(FrameColumn values) => Comparer<int>.Create(values.Compare);

    /// <summary>Exact numbers are added up exactly, so that the mean of equal ones is that one.</summary>
    private static double Mean(FrameColumn values, ArraySegment<int> rows) => values switch
    {
        FrameColumn<decimal> exact => (double)(rows.Sum(exact.Value) / rows.Count),
        FrameColumn<double> binary => rows.Average(binary.Value),
        _ => throw new InvalidOperationException($"No mean of {values.GetType().Name}."),
    };
}
