using System.Collections.Immutable;
using Kelvin.Compiler.Frames;

namespace Kelvin.Compiler.Evaluating;

/// <summary>Orders rows; missing values come last whichever the direction.</summary>
internal static class Sorting
{
    /// <summary>The rows in the order of these keys, the first deciding; equal rows stay as they were.</summary>
    public static Frame Rows(Frame input, ImmutableArray<SortKey> keys)
    {
        var columns = keys.Select(key => (Column: input[key.Column], key.Descending)).ToArray();
        var rows = Enumerable.Range(0, input.Count).Order(Comparer<int>.Create((left, right) =>
        {
            foreach (var (column, descending) in columns)
            {
                var order = column.Compare(left, right);
                if (order != 0)
                    return descending && column.IsKnown(left) && column.IsKnown(right) ? -order : order;
            }
            return left.CompareTo(right);
        }));
        return input.Take([.. rows]);
    }
}
