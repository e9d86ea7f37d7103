using System.Text.RegularExpressions;
using Kelvin.Language;

namespace Measures.Tests;

public sealed partial class LanguageTests
{
    [Fact]
    public void Every_language_says_the_same_things()
    {
        var english = Texts.Keys(Tongue.English).Order(StringComparer.Ordinal);
        foreach (var tongue in Texts.Tongues.Select(code => Tongue.Find(code)!))
            Assert.Equal(english, Texts.Keys(tongue).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_text_has_the_same_placeholders_in_every_language()
    {
        foreach (var key in Texts.Keys(Tongue.English))
        {
            var (english, englishHints) = Texts.Templates(Tongue.English, key);
            var (swedish, swedishHints) = Texts.Templates(Tongue.Swedish, key);
            Assert.Equal(Placeholders(english), Placeholders(swedish));
            Assert.Equal(englishHints.Select(Placeholders), swedishHints.Select(Placeholders));
        }
    }

    [Theory]
    [InlineData("revnue", "revenue")]
    [InlineData("ordres", "orders")]
    [InlineData("Revenue", "revenue")]
    [InlineData("weather", null)]
    public void The_nearest_name_is_one_that_a_slip_explains(string written, string? expected) =>
        Assert.Equal(expected, NearestName.Of(written, ["orders", "revenue", "headcount"]));

    [Fact]
    public void A_text_falls_back_to_English()
    {
        var text = new LocalText([new("en", "Orders")]);
        Assert.Equal("Orders", text.In(Tongue.Swedish));
    }

    private static IEnumerable<string> Placeholders(string template) =>
        Placeholder().Matches(template).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).Distinct();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Placeholder();
}
