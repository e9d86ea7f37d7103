using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
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
        if (UnitText.Read(written, ItemsIn(scope), issues) is not { } declared || declared.Equals(expression.Unit))
            return (expression, null);
        if (declared.IsDimensionless && (expression.Unit.IsDimensionless || IsCountPerCount(expression.Unit)))
            return (expression, declared);
        if (Converted(expression, declared) is { } converted)
            return (converted, null);
        issues.Add(written.Place, "catalog.unit-mismatch", ("declared", written.Text), ("formula", UnitName.Of(expression.Unit)));
        return (expression, null);
    }

    private static List<string> ItemsIn(WorkingScope scope) =>
        [.. scope.DatasetNames.Select(name => scope.Dataset(name)!)
            .SelectMany(dataset => dataset.Columns.SelectMany(column => Items(column.Type.Unit)).Prepend(dataset.Name))
            .Distinct()];

    private static IEnumerable<string> Items(Unit unit) =>
        unit.Factors.Values.Select(factor => factor.Atom).OfType<UnitAtom.Item>().Select(item => item.Name);

    private static bool IsCountPerCount(Unit unit) =>
        unit.Factors.Values.All(factor => factor.Atom is UnitAtom.Item) && unit.Factors.Values.Sum(factor => factor.Power) == 0;

    /// <summary>Divides or multiplies by a whole number, so that exact values stay exact where they can; null when units differ otherwise.</summary>
    private static MetricExpression.Call? Converted(MetricExpression expression, Unit declared)
    {
        var from = expression.Unit;
        if (!WithoutDurations(from).Equals(WithoutDurations(declared)) || DurationPower(from) != DurationPower(declared))
            return null;
        var (up, down) = (Seconds(from, +1) * Seconds(declared, -1), Seconds(from, -1) * Seconds(declared, +1));
        var ratio = declared / from;
        return up % down == 0
            ? new(MetricOperator.Multiply, [expression, new MetricExpression.Constant(up / down, ratio)], declared)
            : new(MetricOperator.Divide, [expression, new MetricExpression.Constant(down / up, Unit.None / ratio)], declared);
    }

    private static Unit WithoutDurations(Unit unit) =>
        unit.Factors.Values.Where(factor => factor.Atom is UnitAtom.Duration)
            .Aggregate(unit, (rest, factor) => Enumerable.Repeat(Of(factor.Atom), Math.Abs(factor.Power))
                .Aggregate(rest, (left, atom) => factor.Power > 0 ? left / atom : left * atom)) is { IsDimensionless: false } others
            ? others
            : Unit.None;

    private static Unit Of(UnitAtom atom) => Reading.DurationWord.Find(atom.Symbol)!;

    private static int DurationPower(Unit unit) =>
        unit.Factors.Values.Where(factor => factor.Atom is UnitAtom.Duration).Sum(factor => factor.Power);

    /// <summary>Product of the lengths of the durations that stand above (or below) the line.</summary>
    private static decimal Seconds(Unit unit, int sign) =>
        unit.Factors.Values
            .Where(factor => factor.Atom is UnitAtom.Duration && Math.Sign(factor.Power) == sign)
            .Aggregate(1m, (product, factor) => product * Power(((UnitAtom.Duration)factor.Atom).Seconds, Math.Abs(factor.Power)));

    private static decimal Power(decimal seconds, int power) =>
        Enumerable.Repeat(seconds, power).Aggregate(1m, (product, factor) => product * factor);
}
