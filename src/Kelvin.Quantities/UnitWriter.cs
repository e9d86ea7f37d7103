using System.Collections.Frozen;
using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Quantities;

/// <summary>Puts a number's words around it: <c>1,2 mkr</c>, <c>3,4 dagar</c>, <c>250,00 kr per kund</c>.</summary>
internal sealed class UnitWriter(Tongue tongue, DisplayStyle style, ItemLabel? items)
{
    private static readonly FrozenSet<string> KnownTexts = Texts.Keys(Tongue.English).ToFrozenSet(StringComparer.Ordinal);

    private bool IsCompact => style is DisplayStyle.Compact or DisplayStyle.Axis;

    /// <summary>The number with its unit.</summary>
    public string Write(Readable readable, Unit unit)
    {
        var amount = NumberText.Write(readable.Number, readable.Fewest, readable.Most, tongue);
        var counted = Counted(readable, amount, unit);
        var below = unit.Factors.Values.Where(factor => factor.Power < 0).Select(factor => Raised(One(factor.Atom), -factor.Power)).ToList();
        return below.Count == 0
            ? counted
            : Say(IsCompact ? "per-compact" : "per", ("left", counted), ("right", Join(below)));
    }

    /// <summary>The number with what it is a number of, without what it is per.</summary>
    private string Counted(Readable readable, string amount, Unit unit)
    {
        if (unit.IsDimensionless && unit.Kind != DimensionlessKind.Number)
            return Say(
                unit.Kind == DimensionlessKind.Share ? "percent" : IsCompact ? "points-compact" : "points",
                ("amount", amount), ("n", readable.Number));
        switch (unit.Leading())
        {
            case UnitAtom.Currency currency:
                return Money(readable, amount, currency.Code);
            case UnitAtom.Duration:
                return Say((IsCompact ? "duration-compact." : "duration.") + readable.Scale, ("amount", amount), ("n", readable.Number));
        }
        var scaled = readable.Scale is null ? amount : Say("scale." + readable.Scale, ("amount", amount));
        var above = unit.Factors.Values.Where(factor => factor.Power > 0).ToList();
        var isCount = above is [(UnitAtom.Item or UnitAtom.CurrencyBy, 1)] && unit.Factors.Count == 1;
        return above.Count == 0 || isCount
            ? scaled
            : $"{scaled}\u00a0{Join(above.Select(factor => Raised(Name(factor.Atom, readable.Number == 1), factor.Power)))}";
    }

    private string Money(Readable readable, string amount, string code)
    {
        var key = HasText($"money.{code}") ? $"money.{code}" : "money.other";
        if (readable.Scale is null)
            return Say(key, ("amount", amount), ("code", code));
        return HasText($"money-compact.{code}.{readable.Scale}")
            ? Say($"money-compact.{code}.{readable.Scale}", ("amount", amount))
            : Say(key, ("amount", Say("scale." + readable.Scale, ("amount", amount))), ("code", code));
    }

    private string One(UnitAtom atom) => Name(atom, isOne: true);

    private string Name(UnitAtom atom, bool isOne) => atom switch
    {
        UnitAtom.Item item => items?.Invoke(item.Symbol, isOne)
            ?? (HasText("unit." + item.Symbol) ? Word(item.Symbol, isOne) : isOne ? EnglishNoun.Singular(item.Name) : item.Name),
        UnitAtom.Duration duration => Word(duration.Name, isOne),
        _ => atom.Symbol,
    };

    private string Word(string symbol, bool isOne) => Say("unit." + symbol, ("n", isOne ? 1m : 2m));

    private string Join(IEnumerable<string> words) => string.Join(Texts.Say(tongue, "display.and"), words);

    private static string Raised(string word, int power) =>
        power == 1 ? word : word + string.Concat(FormattableString.Invariant($"{power}").Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private static bool HasText(string key) => KnownTexts.Contains("display." + key);

    private string Say(string key, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var given = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            given[name] = value;
        return Texts.Say(tongue, "display." + key, given.ToImmutable());
    }
}
