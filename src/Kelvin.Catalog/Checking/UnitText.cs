using System.Text.RegularExpressions;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Catalog.Checking;

/// <summary>
/// Reads a declared unit: <c>share</c>, <c>share points</c>, <c>number</c>, <c>hours</c>, <c>SEK</c>, <c>orders</c>,
/// <c>SEK per customers</c>, <c>SEK / customers</c>, <c>orders per employees and day</c>.
/// </summary>
internal static partial class UnitText
{
    /// <summary>The unit, or null after an issue.</summary>
    /// <param name="written">The text.</param>
    /// <param name="items">Things that may be counted: datasets, and items of <c>count</c> columns.</param>
    /// <param name="issues">Where issues go.</param>
    public static Unit? Read(YamlNode.Scalar written, IReadOnlyCollection<string> items, IssueList issues)
    {
        if (Dimensionless(written.Text.Trim()) is { } plain)
            return plain;
        var unit = Unit.None;
        var isDivisor = false;
        var isTurn = false;
        foreach (Match word in WordPattern().Matches(written.Text))
        {
            if (isTurn && word.Value is "/" or "per")
                isDivisor = true;
            else if (isTurn && word.Value is "and" or "*")
            {
                isTurn = false;
                continue;
            }
            else if (Atom(word.Value, items) is { } atom)
                unit = isDivisor ? unit / atom : unit * atom;
            else
            {
                var known = DurationWord.Known.Concat(items).Concat(["share", "number"]).Concat(CurrencyCode.Known.Order(StringComparer.Ordinal));
                issues.Add(written.PlaceOf(word.Index, word.Length), "catalog.unknown-unit",
                    ("word", word.Value), ("nearest", NearestName.Of(word.Value, known)));
                return null;
            }
            isTurn = word.Value is not ("/" or "per");
        }
        if (isTurn)
            return unit;
        issues.Add(written.Place, "catalog.unit-form", ("value", written.Text));
        return null;
    }

    private static Unit? Dimensionless(string text) => text switch
    {
        "share" => Unit.Share,
        "share points" => Unit.SharePoints,
        "number" => Unit.None,
        _ => null,
    };

    private static Unit? Atom(string word, IReadOnlyCollection<string> items) =>
        CurrencyCode.Known.Contains(word) ? Unit.Currency(word)
        : DurationWord.Find(word) is { } duration ? duration
        : items.Contains(word) ? Unit.Item(word)
        : items.Contains(word + "s") ? Unit.Item(word + "s")
        : null;

    [GeneratedRegex(@"[/*]|[^\s/*]+")]
    private static partial Regex WordPattern();
}
