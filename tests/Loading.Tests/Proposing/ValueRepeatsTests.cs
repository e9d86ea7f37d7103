using System.Globalization;
using System.Text;
using Kelvin.Loading.Proposing;

namespace Loading.Tests.Proposing;

/// <summary>Whether values repeat, put together from the parts of a file.</summary>
public sealed class ValueRepeatsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_repeat_in_one_part_settles_what_another_left_open(bool isFirst)
    {
        var open = Of(Enumerable.Range(1, 2_000).Append(7));
        var repeated = Of([5, 5]);
        Assert.Equal((true, false, true), (open.IsOpen, repeated.IsOpen, repeated.Repeats));
        var (first, later) = isFirst ? (repeated, open) : (open, repeated);
        first.Join(later);
        Assert.Equal((true, false), (first.Repeats, first.IsOpen));
    }

    [Fact]
    public void A_value_that_comes_in_two_parts_is_a_repeat()
    {
        var first = Of([3, 1]);
        first.Join(Of([2, 1]));
        Assert.True(first.Repeats);
    }

    private static ValueRepeats Of(IEnumerable<int> values)
    {
        var repeats = new ValueRepeats(trustsOrder: true, parts: 2);
        foreach (var value in values)
            repeats.Note(Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture)));
        return repeats;
    }
}
