using Kelvin.Language;

namespace Kelvin.Quantities;

/// <summary>
/// Units as text: <c>SEK</c>, <c>share</c>, <c>share points</c> (percentage points), <c>number</c>, <c>hours</c>,
/// <c>customers</c> or <c>count customers</c>, <c>SEK per customer</c>, <c>orders per employee and month</c>,
/// <c>per day</c>, <c>hours^2</c>. What stands after <c>per</c> (or <c>/</c>) divides; <c>and</c> (or <c>*</c>) multiplies
/// on either side.
/// </summary>
public static class UnitText
{
    /// <summary>The unit, or every issue with a word that is none; places are in the text alone.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="items">The things that may be counted, in either number; null to take any name for one.</param>
    public static Checked<Unit> Parse(string text, IReadOnlyCollection<string>? items = null) => new UnitParser(text, items).Parse();

    /// <summary>The unit in canonical text, which parses back to the same unit.</summary>
    public static string Write(Unit unit)
    {
        if (unit.IsDimensionless)
            return unit.Kind switch
            {
                DimensionlessKind.Share => "share",
                DimensionlessKind.SharePoints => "share points",
                _ => "number",
            };
        var above = unit.Factors.Values.Where(factor => factor.Power > 0).Select(factor => Raised(Many(factor.Atom), factor.Power));
        var below = unit.Factors.Values.Where(factor => factor.Power < 0).Select(factor => Raised(One(factor.Atom), -factor.Power));
        var (top, bottom) = (string.Join(" and ", above), string.Join(" and ", below));
        return bottom.Length == 0 ? top : top.Length == 0 ? $"per {bottom}" : $"{top} per {bottom}";
    }

    private static string Raised(string word, int power) => power == 1 ? word : FormattableString.Invariant($"{word}^{power}");

    private static string Many(UnitAtom atom) => atom switch
    {
        UnitAtom.Duration duration => duration.Name + "s",
        UnitAtom.Item item => item.Symbol.StartsWith("count ", StringComparison.Ordinal) ? "count " + Quoted(item.Name) : Quoted(item.Name),
        _ => atom.Symbol,
    };

    private static string One(UnitAtom atom) => atom switch
    {
        UnitAtom.Item item when item.Symbol.StartsWith("count ", StringComparison.Ordinal) => "count " + Quoted(item.Symbol[6..]),
        UnitAtom.Item item => Quoted(item.Symbol),
        _ => atom.Symbol,
    };

    private static string Quoted(string name) =>
        UnitParser.IsPlainName(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
