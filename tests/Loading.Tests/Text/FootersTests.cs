using Kelvin.Catalog;
using Loading.Tests.Proposing;

namespace Loading.Tests.Text;

/// <summary>Which lines are sums of others, where a person has said with which words those begin.</summary>
public sealed class FootersTests : IDisposable
{
    private readonly Looking _look = new();

    [Theory]
    [InlineData("Total,15", 2)]
    [InlineData(" total ,15", 2)]
    [InlineData("Total 2025,15", 3)]
    [InlineData("Total 2025,", 2)]
    [InlineData("Totalia,", 3)]
    public void A_word_counts_by_itself_and_at_the_beginning_beside_an_empty_field(string last, int rows)
    {
        var file = _look.At(_look.Write($"country,amount\nSE,10\nNO,5\n{last}\n"), FileFormat.Default with { Footers = ["Total"] });
        Assert.Equal((rows, 3 - rows), (file.Rows, file.FooterRows));
        Assert.Equal(rows, Looking.Read(file).Rows.Length);
    }

    public void Dispose() => _look.Dispose();
}
