using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Brings values to one type, so that they can be compared or stand for each other.</summary>
internal sealed class RowAlignment(Findings findings)
{
    /// <summary>
    /// The values in one type: instants beside dates become local dates, lengths of time take one unit, bare numbers
    /// take the unit of the others. Null, and an issue, when they do not go together.
    /// </summary>
    public ImmutableArray<RowExpression>? Align(IReadOnlyList<Formula> written, ImmutableArray<RowExpression> values)
    {
        if (values.Any(value => value.Type.Kind == ValueKind.Date))
            values = [.. values.Select(RowDates.AsDate)];
        for (var at = 1; at < values.Length; at++)
        {
            if (values[at].Type.Kind == values[0].Type.Kind)
                continue;
            ReportKinds(written[0], values[0], written[at], values[at]);
            return null;
        }
        return values[0].Type.Kind == ValueKind.Number ? AlignUnits(written, values) : values;
    }

    private ImmutableArray<RowExpression>? AlignUnits(IReadOnlyList<Formula> written, ImmutableArray<RowExpression> values)
    {
        if (ByCurrency.BareAmount(values) is var (amount, bare))
        {
            ByCurrency.ReportBare(findings, (written[amount], values[amount]), written[bare]);
            return null;
        }
        var match = UnitMatch.Of([.. values.Select(RowUnits.Operand)], bareNumbersAdapt: true);
        if (match.Clash is not var (first, second))
            return [.. values.Select(value => RowUnits.In(value, match.Common))];
        SumClash.ReportMismatch(findings, (written[first], values[first].Type.Unit), (written[second], values[second].Type.Unit));
        return null;
    }

    /// <summary>A day written as text is the slip that people make most, so it has its own words.</summary>
    private void ReportKinds(Formula left, RowExpression first, Formula right, RowExpression second)
    {
        var (text, other) = left is Formula.Text ? (left, second) : (right, first);
        var date = text is Formula.Text { Value: var value } && other.Type.Kind is ValueKind.Date or ValueKind.Timestamp
            ? $"date '{(DateOnly.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : new DateOnly(2025, 1, 31)):yyyy-MM-dd}'"
            : null;
        findings.Report(
            right, "formula.kind-mismatch",
            ("left", Written.Of(left)), ("leftType", new TypeInWords(first.Type)),
            ("right", Written.Of(right)), ("rightType", new TypeInWords(second.Type)), ("date", date));
    }
}
