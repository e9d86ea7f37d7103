using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>The number and unit that a written number means.</summary>
internal static class LiteralUnit
{
    private static readonly Dictionary<string, (Unit Unit, decimal Factor)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["%"] = (Unit.Share, 0.01m),
        ["second"] = (Unit.Second, 1),
        ["seconds"] = (Unit.Second, 1),
        ["minute"] = (Unit.Minute, 1),
        ["minutes"] = (Unit.Minute, 1),
        ["hour"] = (Unit.Hour, 1),
        ["hours"] = (Unit.Hour, 1),
        ["day"] = (Unit.Day, 1),
        ["days"] = (Unit.Day, 1),
        ["week"] = (Unit.Day, 7),
        ["weeks"] = (Unit.Day, 7),
    };

    /// <summary>The value and its unit; null, and an issue, when the unit is not known.</summary>
    public static (decimal Value, Unit Unit)? Of(Formula.Number number, Findings findings)
    {
        if (number.Unit is null)
            return (number.Value, Unit.None);
        if (Known.TryGetValue(number.Unit, out var known))
            return (number.Value * known.Factor, known.Unit);
        if (Currency.Find(number.Unit) is { } currency)
            return (number.Value, Unit.Currency(currency.Code));
        var items = Items(findings.Scope);
        if (items.ContainsKey(UnitAtom.Item.SymbolOf(number.Unit)))
            return (number.Value, Unit.Item(number.Unit));
        if (number.Unit.ToLowerInvariant() is "month" or "months" or "quarter" or "quarters" or "year" or "years")
            findings.Report(number, "formula.no-fixed-length", ("written", Written.Of(number)));
        else
            findings.Report(
                number, "formula.unknown-unit", ("unit", number.Unit.Length > 60 ? number.Unit[..60] + "…" : number.Unit),
                ("nearest", Currency.Find(number.Unit.ToUpperInvariant())?.Code ?? Written.Nearest(number.Unit, [.. Known.Keys, .. items.Values])));
        return null;
    }

    /// <summary>Things that are counted, by symbol: the rows of datasets, and what columns count.</summary>
    private static Dictionary<string, string> Items(IFormulaScope scope) =>
        scope.DatasetNames
            .Select(scope.Dataset)
            .OfType<DatasetSymbol>()
            .SelectMany(dataset => dataset.Columns.Select(column => column.Type.Unit).Append(dataset.Item))
            .SelectMany(unit => unit.Factors.Values)
            .Select(factor => factor.Atom)
            .OfType<UnitAtom.Item>()
            .DistinctBy(item => item.Symbol)
            .ToDictionary(item => item.Symbol, item => item.Name, StringComparer.Ordinal);
}
