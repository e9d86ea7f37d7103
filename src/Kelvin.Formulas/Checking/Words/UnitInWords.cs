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
        var above = Unit.Factors.Values.Where(factor => factor.Power > 0).Select(factor => Power(tongue, factor.Atom, factor.Power, "many"));
        var below = Unit.Factors.Values.Where(factor => factor.Power < 0).Select(factor => Power(tongue, factor.Atom, -factor.Power, "one"));
        var per = Texts.Say(tongue, "formula.words.per");
        var (upper, lower) = (string.Join(" · ", above), string.Join($" {Texts.Say(tongue, "formula.words.and")} ", below));
        return lower.Length == 0 ? upper
            : upper.Length == 0 ? $"{Texts.Say(tongue, "formula.words.number")} {per} {lower}"
            : $"{upper} {per} {lower}";
    }

    /// <inheritdoc />
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    private static string Power(Tongue tongue, UnitAtom atom, int power, string number) =>
        (atom is UnitAtom.Duration ? Texts.Say(tongue, $"formula.words.{atom.Symbol}.{number}") : atom.Symbol)
        + power switch { 1 => "", 2 => "²", 3 => "³", _ => string.Create(CultureInfo.InvariantCulture, $"^{power}") };
}
