using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Works out the answer's columns.</summary>
internal static class Computing
{
    /// <summary>
    /// The keys, the computed columns, and the mark of filled rows where there is one. A row for which nothing asked and none
    /// of the measures is known says nothing and goes, unless the calendar was filled or no value was asked for.
    /// </summary>
    public static Frame Rows(PlanNode.Compute compute, Frame input, ImmutableArray<string> keys)
    {
        var calculator = new FrameCalculator(input);
        var computed = compute.Columns.Select(column => calculator.Column(column.Value, column.Name)).ToImmutableArray();
        var filled = input.Find(PlanNode.FilledColumn);
        var result = new Frame([.. keys.Select(key => input[key]), .. computed, .. filled is null ? [] : (FrameColumn[])[filled]], input.Count);
        if (filled is not null || computed.IsEmpty)
            return result;
        FrameColumn[] telling = [.. computed, .. compute.Presence.Select(value => calculator.Column(value, ""))];
        int[] kept = [.. Enumerable.Range(0, input.Count).Where(row => telling.Any(column => column.IsKnown(row)))];
        return kept.Length == input.Count ? result : result.Take(kept);
    }
}
