using System.Text;
using Kelvin.Loading.Proposing;

namespace Loading.Tests.Proposing;

/// <summary>The short way for values that need no interpretation finds what the long way finds.</summary>
public sealed class PlainEvidenceTests
{
    [Theory]
    [InlineData("2024-03-09 10:11")]
    [InlineData("2024-03-09T10:11Z")]
    [InlineData("2024-03-09 10:11:12")]
    [InlineData("2024-03-09T10:11:12Z")]
    [InlineData("2024-03-09 00:00:00")]
    [InlineData("2024-03-09 00:00:00.5")]
    [InlineData("2024-03-09T23:59:59.123456Z")]
    public void Instants(string written)
    {
        Assert.True(WrittenDay.TryRead(written, out var read));
        var field = Encoding.UTF8.GetBytes(written).AsSpan();
        Assert.Equal(read, WrittenDay.OfPlain(field, WrittenTime.OfPlain(field[10..]), !field[10..].ContainsAnyInRange((byte)'1', (byte)'9')));
    }

    [Fact]
    public void Days()
    {
        Assert.True(WrittenDay.TryRead("2024-12-31", out var read));
        Assert.Equal(read, WrittenDay.OfPlain("2024-12-31"u8, WrittenTime.None, true));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("007")]
    [InlineData("000")]
    [InlineData("-0.50")]
    [InlineData("12.50")]
    [InlineData("1.234")]
    [InlineData("0.000")]
    [InlineData("1234.567")]
    [InlineData("123456789012345678")]
    public void Numbers(string written)
    {
        var (quick, slow) = (new NumberEvidence(), new NumberEvidence());
        var field = Encoding.UTF8.GetBytes(written);
        Assert.True(Kelvin.Loading.Text.PlainNumber.TryRead(field, out var number));
        quick.Add(field, number);
        slow.Add(written);
        Assert.Equal(Told(slow), Told(quick));
    }

    private static object Told(NumberEvidence found) => (
        found.Marks, found.Percents, found.Codes, found.Whole, found.Bits, found.Fitting('.'), found.Fitting(','), found.Decimals('.'), found.Decimals(','));
}
