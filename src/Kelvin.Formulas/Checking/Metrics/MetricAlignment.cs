using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Brings numbers to one unit, so that they can be compared or stand for each other.</summary>
internal sealed class MetricAlignment(Findings findings)
{
    /// <summary>The numbers in one unit; null, and an issue, when they do not go together.</summary>
    public ImmutableArray<MetricExpression>? Align(IReadOnlyList<Formula> written, ImmutableArray<MetricExpression> values)
    {
        var match = UnitMatch.Of([.. values.Select(MetricUnits.Operand)], bareNumbersAdapt: true);
        if (match.Clash is not var (first, second))
            return [.. values.Select(value => MetricUnits.In(value, match.Common))];
        SumClash.ReportMismatch(findings, (written[first], values[first].Unit), (written[second], values[second].Unit));
        return null;
    }
}
