using CsCheck;
using Kelvin.Catalog;
using Kelvin.Entries.Values;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Entries.Tests;

public sealed class NumberTests
{
    private static readonly Column Amount = new("amount", DataType.Number(Unit.Currency("SEK")), 4, true);
    private static readonly Column Count = new("count", DataType.Number(Unit.None), 0, true);
    private static readonly Column Share = new("share", DataType.Number(Unit.Share), null, true);

    [Theory]
    [InlineData("sv", "1 234,5", "1234.5")]
    [InlineData("sv", "1\u00A0234\u202F567,25 kr", "1234567.25")]
    [InlineData("sv", "1.234,50", "1234.5")]
    [InlineData("sv", "1.234.567", "1234567")]
    [InlineData("sv", "12.5", "12.5")]
    [InlineData("sv", "\u2212500", "-500")]
    [InlineData("sv", "(500)", "-500")]
    [InlineData("sv", "- 500", "-500")]
    [InlineData("sv", "(1 500 kr)", "-1500")]
    [InlineData("sv", ",5", "0.5")]
    [InlineData("en", "1,234.50 SEK", "1234.5")]
    [InlineData("en", "1,234", "1234")]
    [InlineData("en", "1'234.5", "1234.5")]
    public void Numbers_are_read_as_a_spreadsheet_writes_them(string language, string written, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), EnteredText.Read(written, Amount, Tongue.Find(language)!).Value!.Value);

    [Theory]
    [InlineData("sv", "1.234")]
    [InlineData("sv", "1,2,3")]
    [InlineData("en", "1,5")]
    [InlineData("en", "1.234,5")]
    [InlineData("en", "(-500)")]
    [InlineData("sv", "5 10")]
    [InlineData("sv", "2025 10")]
    [InlineData("sv", "1 2345")]
    [InlineData("sv", "1234 567")]
    [InlineData("sv", "1,5 000")]
    public void What_has_two_meanings_is_asked_back(string language, string written) =>
        Assert.Equal("entry.number-unclear", EnteredText.Read(written, Amount, Tongue.Find(language)!).Issues[0].Code);

    [Fact]
    public void Decimals_beyond_what_is_kept_are_not_rounded_in_silence()
    {
        Assert.Equal("entry.number-decimals", EnteredText.Read("1.23456", Amount, Tongue.English).Issues[0].Code);
        Assert.Equal("entry.number-whole", EnteredText.Read("1.5", Count, Tongue.English).Issues[0].Code);
        Assert.Equal("entry.number-too-large", EnteredText.Read("1000000000000000", Amount, Tongue.English).Issues[0].Code);
    }

    [Fact]
    public void Shares_are_written_in_per_cent_or_between_nought_and_one()
    {
        Assert.Equal(0.855, EnteredText.Read("85,5 %", Share, Tongue.Swedish).Value!.Value);
        Assert.Equal(0.855, EnteredText.Read("0.855", Share, Tongue.English).Value!.Value);
        Assert.Equal("entry.share-unclear", EnteredText.Read("85", Share, Tongue.English).Issues[0].Code);
    }

    [Fact]
    public void What_is_written_into_a_cell_is_read_as_the_same_number() =>
        Gen.Select(Gen.Long[-100_000_000_000_000, 100_000_000_000_000], Gen.Int[0, 4], AnyOf.These("sv", "en"))
            .Sample((digits, decimals, language) =>
            {
                var number = new decimal(digits) / (decimal)Math.Pow(10, decimals);
                var tongue = Tongue.Find(language)!;
                Assert.Equal(number, EnteredText.Read(WrittenValue.Of(number, Amount, tongue), Amount, tongue).Value!.Value);
            });

    [Theory]
    [InlineData(1e-12, "0.000000000001")]
    [InlineData(2e18, "2000000000000000000")]
    public void Small_and_large_numbers_are_written_with_all_their_digits(double number, string written)
    {
        var column = new Column("measured", DataType.Number(Unit.None), null, true);
        Assert.Equal(written, WrittenValue.Of(number, column, Tongue.English));
        Assert.Equal(number, EnteredText.Read(written, column, Tongue.English).Value!.Value);
    }

    [Fact]
    public void Digits_in_groups_are_read_as_the_same_number() =>
        Gen.Select(Gen.Int, AnyOf.These("sv", "en"), AnyOf.These(" ", "\u00A0", "\u202F", "'"))
            .Sample((number, language, group) =>
            {
                var format = new System.Globalization.NumberFormatInfo { NumberGroupSeparator = group };
                Assert.Equal((decimal)number, EnteredText.Read(number.ToString("N0", format), Count, Tongue.Find(language)!).Value!.Value);
            });

    [Fact]
    public void Any_text_is_a_value_or_an_issue_and_never_a_crash() =>
        Gen.Select(Gen.String, AnyOf.These("sv", "en"), AnyOf.These(Amount, Count, Share, new Column("day", DataType.Date, null, true), new Column("is", DataType.Boolean, null, true)))
            .Sample((text, language, column) =>
            {
                var read = EnteredText.Read(text, column, Tongue.Find(language)!);
                Assert.True(read.IsSound || read.Issues[0].Message(Tongue.Swedish).Length > 0);
            });
}
