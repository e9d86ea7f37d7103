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
        if (number.Unit is { Length: 3 } code && code.All(char.IsAsciiLetterUpper))
            return (number.Value, Unit.Currency(code));
        var items = Items(findings.Scope);
        if (items.Contains(number.Unit))
            return (number.Value, Unit.Item(number.Unit));
        if (number.Unit.ToLowerInvariant() is "month" or "months" or "quarter" or "quarters" or "year" or "years")
            findings.Report(number, "formula.no-fixed-length", ("written", Written.Of(number)), ("unit", number.Unit));
        else
            findings.Report(number, "formula.unknown-unit", ("unit", number.Unit), ("nearest", Written.Nearest(number.Unit, [.. Known.Keys, .. items])));
        return null;
    }

    /// <summary>Names of things that are counted: datasets, and columns that count something of their own.</summary>
    private static HashSet<string> Items(IFormulaScope scope) =>
        [.. scope.DatasetNames
            .Select(scope.Dataset)
            .OfType<DatasetSymbol>()
            .SelectMany(dataset => dataset.Columns.Select(column => column.Type.Unit).Append(dataset.Item))
            .SelectMany(unit => unit.Factors.Values)
            .Select(factor => factor.Atom)
            .OfType<UnitAtom.Item>()
            .Select(item => item.Name)];
}
