using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Catalog.Checking;

/// <summary>Tells names of metrics from names of columns in a formula that is not checked yet.</summary>
internal static class MetricLevel
{
    /// <summary>Names outside of aggregates: at the metric level a bare name is a metric.</summary>
    public static IEnumerable<Formula.Name> NamesIn(Formula formula) => formula switch
    {
        Formula.Name name => [name],
        Formula.Unary unary => NamesIn(unary.Operand),
        Formula.Binary binary => [.. NamesIn(binary.Left), .. NamesIn(binary.Right)],
        Formula.In among => [.. NamesIn(among.Value), .. among.Options.SelectMany(NamesIn)],
        Formula.Between between => [.. NamesIn(between.Value), .. NamesIn(between.Low), .. NamesIn(between.High)],
        Formula.Presence presence => NamesIn(presence.Value),
        Formula.MetricOf of => [of.Metric],
        Formula.Call { Function: "filtered", Arguments: [var metric, .. var conditions] } => [.. NamesIn(metric), .. conditions.SelectMany(OfRows)],
        Formula.Call call => FormulaReferences.IsOfRows(call.Function) ? OfRows(call) : call.Arguments.SelectMany(NamesIn),
        Formula.Conversion conversion => OfRows(conversion),
        Formula.Case choice =>
        [
            .. choice.Branches.SelectMany(branch => NamesIn(branch.When).Concat(NamesIn(branch.Then))),
            .. choice.Otherwise is null ? [] : NamesIn(choice.Otherwise),
        ],
        _ => [],
    };

    private static IEnumerable<Formula.Name> OfRows(Formula formula) => FormulaReferences.MetricsOfRowsIn(formula).Select(of => of.Metric);
}
