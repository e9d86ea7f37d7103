using CsCheck;
using Kelvin.Loading.Mapping;

namespace Loading.Tests.Mapping;

/// <summary>Pairs are those of the greatest sum, as trying all of them finds it.</summary>
public sealed class BestPairsTests
{
    [Fact]
    public void Their_sum_is_the_greatest_that_there_is() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5]).SelectMany((rows, columns) => Gen.Select(Gen.Const(columns), Gen.Int[0, 4].Select(worth => worth / 4.0).Array[columns].Array[rows]))
            .Sample((columns, worths) =>
            {
                var pairs = BestPairs.Of(worths, columns);
                var used = pairs.Where(column => column >= 0).ToList();
                Assert.Equal(used.Count, used.Distinct().Count());
                Assert.All(pairs.Zip(worths), pair => Assert.True(pair.First < 0 || pair.Second[pair.First] > 0));
                Assert.Equal(Greatest(worths, 0, []), pairs.Zip(worths).Sum(pair => pair.First < 0 ? 0 : pair.Second[pair.First]), 9);
            }, threads: 2);

    [Fact]
    public void A_pair_is_given_up_where_the_other_way_round_is_worth_more() => Assert.Equal([1, 0], BestPairs.Of([[1, 0.9], [0.9, 0]], 2));

    private static double Greatest(double[][] worths, int row, HashSet<int> used) => row == worths.Length ? 0
        : Enumerable.Range(0, worths[row].Length).Where(column => !used.Contains(column))
            .Select(column => worths[row][column] + Greatest(worths, row + 1, [.. used, column])).Append(Greatest(worths, row + 1, used)).Max();
}
