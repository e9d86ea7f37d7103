using System.Collections.Immutable;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking;

/// <summary>The names that stand in a formula, in the order of reading.</summary>
internal static class WrittenNames
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Formula.Name> In(Formula formula) =>
        formula is Formula.Name name ? [name] : Parts(formula).SelectMany(In);

    /// <summary>The metrics whose values rows are asked for, in the order of reading.</summary>
    public static IEnumerable<Formula.MetricOf> MetricsIn(Formula formula) =>
        formula is Formula.MetricOf of ? [of] : Parts(formula).SelectMany(MetricsIn);

    /// <summary>The parts that a formula is made of, in the order of reading.</summary>
    private static ImmutableArray<Formula> Parts(Formula formula) => formula switch
    {
        Formula.Unary unary => [unary.Operand],
        Formula.Binary binary => [binary.Left, binary.Right],
        Formula.In choice => [choice.Value, .. choice.Options],
        Formula.Between between => [between.Value, between.Low, between.High],
        Formula.Presence presence => [presence.Value],
        Formula.MetricOf of => [of.Metric, of.By],
        Formula.Call { Where: { } where } call => [.. call.Arguments, where, .. call.Per],
        Formula.Call call => [.. call.Arguments, .. call.Per],
        Formula.Conversion conversion =>
        [
            .. InRows(conversion.From), .. InRows(conversion.To),
            .. conversion.By.Concat(conversion.Matching).SelectMany(pair => (Formula[])[pair.From, pair.To]),
        ],
        Formula.Case { Otherwise: { } otherwise } choice => [.. choice.Branches.SelectMany(branch => (Formula[])[branch.When, branch.Then]), otherwise],
        Formula.Case choice => [.. choice.Branches.SelectMany(branch => (Formula[])[branch.When, branch.Then])],
        _ => [],
    };

    private static Formula[] InRows(Formula.EventRows rows) => rows.Where is null ? [rows.Dataset] : [rows.Dataset, rows.Where];
}
