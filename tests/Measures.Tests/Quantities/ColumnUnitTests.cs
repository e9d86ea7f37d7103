using Kelvin.Language;
using Kelvin.Quantities;

namespace Measures.Tests.Quantities;

public sealed class ColumnUnitTests
{
    [Fact]
    public void Lengths_of_time_stand_in_the_unit_of_the_middle_one()
    {
        var unit = ColumnUnit.For(Unit.Hour, [0.25, 81.6, 100, 30, 60]);
        Assert.Equal(Unit.Day, unit);
        Assert.Equal("0.5\u00A0days", Display.Write(Quantity.Exact(12, Unit.Hour).In(unit), Tongue.English, DisplayStyle.Column));
    }

    [Fact]
    public void Without_values_a_length_stays() => Assert.Equal(Unit.Hour, ColumnUnit.For(Unit.Hour, []));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.MaxValue)]
    public void No_value_is_too_odd(double odd) => Assert.NotEqual(Unit.None, ColumnUnit.For(Unit.Minute, [odd]));

    [Fact]
    public void Other_units_stay() => Assert.Equal(Unit.Currency("SEK"), ColumnUnit.For(Unit.Currency("SEK"), [1, 2]));
}
