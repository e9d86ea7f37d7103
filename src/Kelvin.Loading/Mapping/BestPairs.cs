namespace Kelvin.Loading.Mapping;

/// <summary>
/// Pairs rows with columns of a table of worths, each with at most one, so that the sum is greatest. The Hungarian method in the form
/// with potentials: rows are added one by one, each along the cheapest path that rearranges those before it.
/// </summary>
/// <remarks>H. W. Kuhn, The Hungarian method for the assignment problem, 1955; the paths as R. Jonker and A. Volgenant, 1987.</remarks>
internal static class BestPairs
{
    /// <summary>For each row its column, or -1 where no pair is worth anything.</summary>
    /// <param name="worths">Rows of worths, none below zero; a pair of no worth is none.</param>
    /// <param name="columns">How many columns there are.</param>
    public static int[] Of(IReadOnlyList<double[]> worths, int columns)
    {
        // A column of no worth for each row, so that none has to take one that another needs.
        var width = columns + worths.Count;
        var rowOf = new int[width + 1];
        double[] left = new double[worths.Count + 1], right = new double[width + 1];
        for (var row = 1; row <= worths.Count; row++)
            AddRow(row, (at, column) => column <= columns ? -worths[at - 1][column - 1] : 0, rowOf, left, right);
        var found = new int[worths.Count];
        Array.Fill(found, -1);
        for (var column = 1; column <= columns; column++)
            if (rowOf[column] is > 0 and var row && worths[row - 1][column - 1] > 0)
                found[row - 1] = column - 1;
        return found;
    }

    private static void AddRow(int row, Func<int, int, double> cost, int[] rowOf, double[] left, double[] right)
    {
        var width = right.Length - 1;
        var (least, from, isDone) = (new double[width + 1], new int[width + 1], new bool[width + 1]);
        Array.Fill(least, double.PositiveInfinity);
        rowOf[0] = row;
        var at = 0;
        do
        {
            isDone[at] = true;
            var (step, next) = (double.PositiveInfinity, 0);
            for (var column = 1; column <= width; column++)
            {
                if (isDone[column])
                    continue;
                var slack = cost(rowOf[at], column) - left[rowOf[at]] - right[column];
                if (slack < least[column])
                    (least[column], from[column]) = (slack, at);
                if (least[column] < step)
                    (step, next) = (least[column], column);
            }
            for (var column = 0; column <= width; column++)
                if (isDone[column])
                    (left[rowOf[column]], right[column]) = (left[rowOf[column]] + step, right[column] - step);
                else
                    least[column] -= step;
            at = next;
        }
        while (rowOf[at] != 0);
        for (; at != 0; at = from[at])
            rowOf[at] = rowOf[from[at]];
    }
}
