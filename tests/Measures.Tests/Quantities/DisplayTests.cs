using System.Globalization;
using CsCheck;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Measures.Tests.Quantities;

/// <summary>The tables show a no-break space as <c>~</c>.</summary>
public sealed class DisplayTests
{
    [Theory]
    // Money
    [InlineData("1234567.5", "SEK", "1~234~567,50~kr", "1,2~mkr", "SEK~1,234,567.50", "SEK~1.2M")]
    [InlineData("12345", "SEK", "12~345,00~kr", "12,3~tkr", "SEK~12,345.00", "SEK~12.3K")]
    [InlineData("9999.49", "SEK", "9~999,49~kr", "9~999~kr", "SEK~9,999.49", "SEK~9,999")]
    [InlineData("9999.5", "SEK", "9~999,50~kr", "10~tkr", "SEK~9,999.50", "SEK~10K")]
    [InlineData("999950", "SEK", "999~950,00~kr", "1~mkr", "SEK~999,950.00", "SEK~1M")]
    [InlineData("2345678901", "SEK", "2~345~678~901,00~kr", "2,3~mdkr", "SEK~2,345,678,901.00", "SEK~2.3B")]
    [InlineData("12.5", "EUR", "12,50~€", "12,50~€", "€12.50", "€12.50")]
    [InlineData("1200000", "EUR", "1~200~000,00~€", "1,2~mn~€", "€1,200,000.00", "€1.2M")]
    [InlineData("1200000", "NOK", "1~200~000,00~NOK", "1,2~mn~NOK", "NOK~1,200,000.00", "NOK~1.2M")]
    [InlineData("1234.5", "JPY", "1~235~JPY", "1~235~JPY", "JPY~1,235", "JPY~1,235")]
    [InlineData("-0.005", "SEK", "−0,01~kr", "−0,01~kr", "−SEK~0.01", "−SEK~0.01")]
    [InlineData("-0.004", "SEK", "0,00~kr", "0,00~kr", "SEK~0.00", "SEK~0.00")]
    // Money per something
    [InlineData("123.456", "SEK per customer", "123,46~kr per kund", "123~kr/kund", "SEK~123.46 per customer", "SEK~123/customer")]
    [InlineData("1234567", "SEK per employee and month", "1~234~567,00~kr per anställd och månad", "1,2~mkr/anställd och månad", "SEK~1,234,567.00 per employee and month", "SEK~1.2M/employee and month")]
    [InlineData("350", "SEK per hour", "350,00~kr per timme", "350~kr/timme", "SEK~350.00 per hour", "SEK~350/hour")]
    // Lengths of time
    [InlineData("81.6", "hours", "3,4~dagar", "3,4~d", "3.4~days", "3.4~d")]
    [InlineData("48", "hours", "2~dagar", "2~d", "2~days", "2~d")]
    [InlineData("30", "hours", "30~timmar", "30~tim", "30~hours", "30~h")]
    [InlineData("1", "hours", "1~timme", "1~tim", "1~hour", "1~h")]
    [InlineData("1.5", "hours", "1,5~timmar", "1,5~tim", "1.5~hours", "1.5~h")]
    [InlineData("0.25", "hours", "15~minuter", "15~min", "15~minutes", "15~min")]
    [InlineData("59.96", "seconds", "1~minut", "1~min", "1~minute", "1~min")]
    [InlineData("0.42", "seconds", "0,4~sekunder", "0,4~s", "0.4~seconds", "0.4~s")]
    [InlineData("0", "days", "0~dagar", "0~d", "0~days", "0~d")]
    [InlineData("-1", "days", "−1~dag", "−1~d", "−1~day", "−1~d")]
    [InlineData("0.5", "days", "12~timmar", "12~tim", "12~hours", "12~h")]
    [InlineData("365", "days", "365~dagar", "365~d", "365~days", "365~d")]
    [InlineData("-81.6", "hours", "−3,4~dagar", "−3,4~d", "−3.4~days", "−3.4~d")]
    [InlineData("1.5", "hours per order", "1,5~timmar per order", "1,5~tim/order", "1.5~hours per order", "1.5~h/order")]
    // Shares and points
    [InlineData("0.125", "share", "12,5~%", "12,5~%", "12.5%", "12.5%")]
    [InlineData("1", "share", "100,0~%", "100,0~%", "100.0%", "100.0%")]
    [InlineData("0.0025", "share", "0,25~%", "0,25~%", "0.25%", "0.25%")]
    [InlineData("12.345", "share", "1~235~%", "1~235~%", "1,235%", "1,235%")]
    [InlineData("0", "share", "0,0~%", "0,0~%", "0.0%", "0.0%")]
    [InlineData("0.021", "share points", "2,1~procentenheter", "2,1~pe", "2.1~percentage points", "2.1~pp")]
    [InlineData("-0.013", "share points", "−1,3~procentenheter", "−1,3~pe", "−1.3~percentage points", "−1.3~pp")]
    // Numbers and counts
    [InlineData("1234567", "orders", "1~234~567", "1,2~mn", "1,234,567", "1.2M")]
    [InlineData("12345", "clicks", "12~345", "12,3~tusen", "12,345", "12.3K")]
    [InlineData("9876", "orders", "9~876", "9~876", "9,876", "9,876")]
    [InlineData("3.14159", "number", "3,14", "3,14", "3.14", "3.14")]
    [InlineData("0.004567", "number", "0,00457", "0,00457", "0.00457", "0.00457")]
    [InlineData("2.5", "orders per customer", "2,5~order per kund", "2,5~order/kund", "2.5~orders per customer", "2.5~orders/customer")]
    [InlineData("1", "orders per day", "1~order per dag", "1~order/dag", "1~order per day", "1~order/day")]
    [InlineData("0.5", "per day", "0,5 per dag", "0,5/dag", "0.5 per day", "0.5/day")]
    [InlineData("4", "hours^2", "4~timmar²", "4~timmar²", "4~hours²", "4~hours²")]
    public void A_quantity_is_shown_in_its_most_readable_form(
        string value, string unit, string swedish, string compactSwedish, string english, string compactEnglish)
    {
        var quantity = Exact(value, unit);
        Assert.Equal(
            (swedish, compactSwedish, english, compactEnglish),
            (Show(quantity, Tongue.Swedish, DisplayStyle.Full), Show(quantity, Tongue.Swedish, DisplayStyle.Compact),
             Show(quantity, Tongue.English, DisplayStyle.Full), Show(quantity, Tongue.English, DisplayStyle.Compact)));
    }

    [Theory]
    [InlineData("1234567.8912", "SEK", "1~234~567,8912~kr")]
    [InlineData("1234.5000", "SEK", "1~234,50~kr")]
    [InlineData("0.123456789", "share", "12,3456789~%")]
    [InlineData("81.625", "hours", "81,625~timmar")]
    [InlineData("1234567", "orders", "1~234~567")]
    [InlineData("0.00000001", "number", "0,00000001")]
    public void Exact_shows_every_digit_in_the_unit_that_is_stored(string value, string unit, string swedish) =>
        Assert.Equal(swedish, Show(Exact(value, unit), Tongue.Swedish, DisplayStyle.Exact));

    [Theory]
    [InlineData("0.042", "share", "+4,2~%", "+4.2%")]
    [InlineData("-0.013", "share points", "−1,3~pe", "−1.3~pp")]
    [InlineData("0.0004", "share points", "+0,04~pe", "+0.04~pp")]
    [InlineData("0", "share", "0,0~%", "0.0%")]
    [InlineData("-0.00001", "share", "0,00~%", "0.00%")]
    [InlineData("-1234567", "SEK", "−1,2~mkr", "−SEK~1.2M")]
    [InlineData("12", "orders", "+12", "+12")]
    [InlineData("-1.5", "hours", "−1,5~tim", "−1.5~h")]
    public void A_change_carries_its_sign(string value, string unit, string swedish, string english) =>
        Assert.Equal(
            (swedish, english),
            (Visible(Display.Change(Exact(value, unit), Tongue.Swedish)), Visible(Display.Change(Exact(value, unit), Tongue.English))));

    [Fact]
    public void What_is_missing_is_a_dash()
    {
        Assert.Equal("–", Display.Write(null, Tongue.Swedish));
        Assert.Equal("–", Display.Change(null, Tongue.English));
        Assert.Equal("–", Display.Write(Quantity.Approximate(double.NaN, Unit.Share), Tongue.English));
        Assert.Equal("–", Display.Write(Quantity.Approximate(double.NegativeInfinity, Unit.None), Tongue.English));
    }

    [Fact]
    public void A_number_beyond_reading_is_a_power_of_ten() =>
        Assert.Equal("−1,5 · 10^30", Display.Write(Quantity.Approximate(-1.5e30, Unit.None), Tongue.Swedish));

    [Fact]
    public void No_number_in_no_unit_makes_the_display_stumble() =>
        Gen.Select(Gen.Double, AnyUnit.Value, Gen.Enum<DisplayStyle>()).Sample((value, unit, style) =>
        {
            var text = Display.Write(Quantity.Approximate(value, unit), Tongue.Swedish, style);
            Assert.NotEmpty(text);
            Assert.DoesNotContain("-", text);
        }, iter: 5000);

    [Fact]
    public void A_quantity_converts_to_another_unit_of_the_same_kind()
    {
        Assert.Equal(Quantity.Approximate(48, Unit.Hour), Exact("2", "days").In(Unit.Hour));
        Assert.Equal(Exact("2", "SEK"), Exact("2", "SEK").In(Unit.Currency("SEK")));
        Assert.Null(Exact("2", "SEK").In(Unit.Hour));
    }

    private static Quantity Exact(string value, string unit) =>
        Quantity.Exact(decimal.Parse(value, CultureInfo.InvariantCulture), UnitText.Parse(unit).Value!);

    private static string Show(Quantity quantity, Tongue tongue, DisplayStyle style) =>
        Visible(Display.Write(quantity, tongue, style, tongue == Tongue.Swedish ? Swedish : null));

    private static string Visible(string text) => text.Replace('\u00a0', '~');

    private static string? Swedish(string symbol, bool isOne) => symbol switch
    {
        "customer" => isOne ? "kund" : "kunder",
        "employee" => isOne ? "anställd" : "anställda",
        "order" => "order",
        _ => null,
    };
}
