using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Catalog.Checking;

/// <summary>Holds a metric's declared unit against its formula's.</summary>
internal static class DeclaredUnit
{
    /// <summary>
    /// The expression, converted where the two differ by lengths of time only, and the declared unit where it says more than
    /// the formula: counts per counts and plain numbers may be meant as a share. Anything else that differs is an issue.
    /// </summary>
    public static (MetricExpression Expression, Unit? Declared) Fit(
        MetricExpression expression, YamlNode.Scalar written, WorkingScope scope, IssueList issues)
    {
        if (Read(written, scope, issues) is not { } declared || declared.Equals(expression.Unit))
            return (expression, null);
        if (declared.IsDimensionless && (expression.Unit.IsDimensionless || IsCountPerCount(expression.Unit)))
            return (expression, declared);
        if (expression.Unit.ConversionTo(declared) is { } factor)
            return (Converted(expression, declared, factor), null);
        issues.Add(written.Place, "catalog.unit-mismatch", ("declared", declared.ToString()), ("formula", expression.Unit.ToString()));
        return (expression, null);
    }

    private static Unit? Read(YamlNode.Scalar written, WorkingScope scope, IssueList issues)
    {
        var parsed = UnitText.Parse(written.Text);
        issues.AddRange(parsed.Issues.Select(issue => issue with
        {
            Place = issue.Place is { } within ? written.PlaceOf(within.Column - 1, within.Length) : written.Place,
        }));
        if (!parsed.IsSound)
            return null;
        var known = scope.DatasetNames.Select(name => scope.Dataset(name)!)
            .SelectMany(dataset => dataset.Columns.SelectMany(column => Items(column.Type.Unit)).Concat(Items(dataset.Item)))
            .DistinctBy(item => item.Symbol)
            .ToDictionary(item => item.Symbol, StringComparer.Ordinal);
        if (Items(parsed.Value).FirstOrDefault(item => !known.ContainsKey(item.Symbol)) is not { } unknown)
            return parsed.Value;
        var at = written.Text.IndexOf(unknown.Name, StringComparison.Ordinal);
        var place = at < 0 ? written.Place : written.PlaceOf(at, unknown.Name.Length);
        issues.Add(place, "catalog.unknown-unit", ("word", unknown.Name),
            ("nearest", NearestName.Of(unknown.Name, known.Values.SelectMany(item => new[] { item.Name, item.Symbol }))));
        return null;
    }

    private static IEnumerable<UnitAtom.Item> Items(Unit unit) =>
        unit.Factors.Values.Select(factor => factor.Atom).OfType<UnitAtom.Item>();

    private static bool IsCountPerCount(Unit unit) =>
        unit.Factors.Values.All(factor => factor.Atom is UnitAtom.Item) && unit.Factors.Values.Sum(factor => factor.Power) == 0;

    /// <summary>From minutes to hours is a division by 60, which is exact where a multiplication by a sixtieth would not be.</summary>
    private static MetricExpression.Call Converted(MetricExpression expression, Unit declared, double factor)
    {
        var ratio = declared / expression.Unit;
        return factor >= 1
            ? new(MetricOperator.Multiply, [expression, new MetricExpression.Constant((decimal)factor, ratio)], declared)
            : new(MetricOperator.Divide, [expression, new MetricExpression.Constant((decimal)(1 / factor), ratio.Inverse())], declared);
    }
}
