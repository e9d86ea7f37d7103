using System.Collections.Immutable;
using Kelvin.Compiler.Frames;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Full outer join of frames on their common keys, one row per different key.</summary>
internal static class Joining
{
    /// <summary>The keys, then the other columns of every input in order. Missing keys equal each other.</summary>
    public static Frame Rows(ImmutableArray<Frame> inputs, ImmutableArray<string> keys)
    {
        if (inputs.Length == 1)
            return inputs[0];
        inputs = keys.Aggregate(inputs, OfOneKind);
        var codes = new GroupCodes(keys);
        var codesOf = inputs.Select(codes.Of).ToArray();
        var first = new List<int>();
        var rowOf = inputs.Select(_ => new int[codes.Count]).ToArray();
        var seen = new bool[codes.Count];
        var offset = 0;
        for (var input = 0; input < inputs.Length; input++)
        {
            Array.Fill(rowOf[input], -1);
            for (var row = 0; row < codesOf[input].Length; row++)
            {
                var code = codesOf[input][row];
                rowOf[input][code] = row;
                if (!seen[code])
                    first.Add(offset + row);
                seen[code] = true;
            }
            offset += inputs[input].Count;
        }

        // Codes run in order of first appearance, and so do the rows in `first`: row i of the result has code i.
        var result = ImmutableArray.CreateBuilder<FrameColumn>();
        foreach (var key in keys)
            result.Add(inputs[0][key].Followed([.. inputs.Skip(1).Select(input => input[key])]).Take([.. first]));
        for (var input = 0; input < inputs.Length; input++)
            foreach (var column in inputs[input].Columns.Where(column => !keys.Contains(column.Name)))
                result.Add(column.Take(rowOf[input]));
        return new Frame(result.ToImmutable(), codes.Count);
    }

    /// <summary>A number that one dataset keeps exactly and another does not is matched as a binary one.</summary>
    private static ImmutableArray<Frame> OfOneKind(ImmutableArray<Frame> inputs, string key) =>
        inputs.Any(input => input[key] is FrameColumn<double>)
            ? [.. inputs.Select(input => input[key] is FrameColumn<decimal> exact ? input.With(Binary(exact)) : input)]
            : inputs;

    private static FrameColumn<double> Binary(FrameColumn<decimal> exact)
    {
        int[] rows = [.. Enumerable.Range(0, exact.Count)];
        return new FrameColumn<double>(exact.Name, Array.ConvertAll(rows, row => (double)exact.Value(row)), Array.ConvertAll(rows, row => !exact.IsKnown(row)));
    }
}
