using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Rows;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Units;

/// <summary>Words for amounts in a currency that each row says, where they would be taken for amounts in one.</summary>
internal static class ByCurrency
{
    /// <summary>An aggregate over amounts in different currencies.</summary>
    public static void ReportAggregate(Findings findings, Formula.Call call, RowExpression value) =>
        findings.Report(
            call.Arguments[0], "formula.by-currency",
            ("function", call.Function), ("written", Written.Of(call.Arguments[0])), ("type", new TypeInWords(value.Type)),
            ("converted", $"convert({Written.Of(call.Arguments[0])}, {Target(findings)})"));

    /// <summary>
    /// The position of an amount in a currency that the row says, and that of a bare number beside it, which would be in
    /// whatever currency; null where there are no such two. Nothing is nothing in any currency.
    /// </summary>
    public static (int Amount, int Bare)? BareAmount(ImmutableArray<RowExpression> values)
    {
        var amount = -1;
        var bare = -1;
        for (var at = 0; at < values.Length; at++)
            if (values[at].Type.Unit.IsByCurrency)
                amount = at;
            else if (RowUnits.Operand(values[at]) is { IsBare: true, Literal: not 0 })
                bare = at;
        return amount >= 0 && bare >= 0 ? (amount, bare) : null;
    }

    /// <summary>A bare number beside such an amount.</summary>
    public static void ReportBare(Findings findings, (Formula Written, RowExpression Value) amount, Formula bare) =>
        findings.Report(
            bare, "formula.bare-amount",
            ("bare", Written.Of(bare)), ("written", Written.Of(amount.Written)), ("type", new TypeInWords(amount.Value.Type)),
            ("converted", $"convert({Written.Of(amount.Written)}, {Target(findings)})"));

    /// <summary>A currency that there are rates to, for an example.</summary>
    private static string Target(Findings findings) =>
        findings.Scope.DatasetNames.Select(name => findings.Scope.Dataset(name)?.Rates?.To).OfType<string>().FirstOrDefault("SEK");
}
