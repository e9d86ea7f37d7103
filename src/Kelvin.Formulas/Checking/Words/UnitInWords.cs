using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Words;

/// <summary>A unit in the reader's language: "SEK", "hours", "SEK per customers", "a share", "a plain number".</summary>
internal readonly record struct UnitInWords(Unit Unit) : IFormattable
{
    /// <inheritdoc />
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var tongue = Speech.TongueOf(formatProvider);
        if (Unit.IsDimensionless)
            return Texts.Say(tongue, Unit.Kind switch
            {
                DimensionlessKind.Share => "formula.words.share",
                DimensionlessKind.SharePoints => "formula.words.share-points",
                _ => "formula.words.number",
            });
        var above = Unit.Factors.Values.Where(factor => factor.Power > 0).Select(factor => Raised(Name(tongue, factor.Atom, isOne: false), factor.Power));
        var below = Unit.Factors.Values.Where(factor => factor.Power < 0).Select(factor => Raised(Name(tongue, factor.Atom, isOne: true), -factor.Power));
        var per = Texts.Say(tongue, "formula.words.per");
        var (upper, lower) = (string.Join(" · ", above), string.Join($" {Texts.Say(tongue, "formula.words.and")} ", below));
        return lower.Length == 0 ? upper
            : upper.Length == 0 ? $"{Texts.Say(tongue, "formula.words.number")} {per} {lower}"
            : $"{upper} {per} {lower}";
    }

    /// <inheritdoc />
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    private static string Name(Tongue tongue, UnitAtom atom, bool isOne) => atom switch
    {
        UnitAtom.Duration duration => Texts.Say(tongue, $"formula.words.{duration.Name}.{(isOne ? "one" : "many")}"),
        UnitAtom.CurrencyBy by => Texts.Say(tongue, "formula.words.currency-by", ImmutableDictionary<string, object>.Empty.Add("column", by.Column)),
        UnitAtom.Item item when isOne => item.Symbol.StartsWith("count ", StringComparison.Ordinal) ? item.Symbol[6..] : item.Symbol,
        UnitAtom.Item item => item.Name,
        _ => atom.Symbol,
    };

    private static string Raised(string name, int power) =>
        name + power switch { 1 => "", 2 => "²", 3 => "³", _ => string.Create(CultureInfo.InvariantCulture, $"^{power}") };
}
