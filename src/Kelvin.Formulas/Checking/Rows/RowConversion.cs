using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Checks <c>convert(amount, SEK, paid_at)</c>: an amount of money in another currency, by the rate of a day.</summary>
internal sealed class RowConversion(Findings findings, RowChecker checker)
{
    /// <summary>The amount times a rate, or as it is where it is in that currency already; null and an issue when it cannot be.</summary>
    public RowExpression? Check(Formula.Call call)
    {
        if (!Arity.Holds(findings, call, 2, 3))
            return null;
        var amount = checker.Check(call.Arguments[0]);
        var money = amount is null ? null : MoneyIn(call, amount);
        var to = Target(call.Arguments[1]);
        var on = Day(call);
        if (amount is null || money is null || to is null || on is null)
            return null;
        if (money is UnitAtom.Currency own && own.Code == to)
            return amount;
        if (Rates(call, to, money) is not { } rates)
            return null;
        RowExpression from = money is UnitAtom.CurrencyBy by
            ? new RowExpression.Column(PathOf(by), DataType.Text)
            : new RowExpression.Constant(money.Symbol, DataType.Text);
        var perOne = Unit.Currency(to) / UnitOf(money);
        var rate = new RowExpression.Rate(rates, from, to, on, DataType.Number(perOne));
        return new RowExpression.Call(RowFunction.Multiply, [amount, rate], DataType.Number(amount.Type.Unit * perOne));
    }

    /// <summary>The currency of an amount, be it per something; null and an issue where there is none, or several.</summary>
    private UnitAtom? MoneyIn(Formula.Call call, RowExpression amount)
    {
        var money = amount.Type.Unit.Factors.Values.Where(factor => factor.Atom is UnitAtom.Currency or UnitAtom.CurrencyBy).ToList();
        if (money is [(var atom, 1)])
            return atom;
        findings.Report(call.Arguments[0], "formula.convert-kind",
            ("written", Written.Of(call.Arguments[0])), ("type", new TypeInWords(amount.Type)), ("signature", new SignatureInWords(call.Function)));
        return null;
    }

    private string? Target(Formula written)
    {
        var code = written switch
        {
            Formula.Name { Parts: [var word] } => word,
            Formula.Text text => text.Value,
            _ => null,
        };
        if (code is not null && written is Formula.Name && Currency.Find(code) is not null)
            return code;
        findings.Report(written, "formula.convert-to", ("written", Written.Of(written)),
            ("nearest", code is { Length: 3 } ? Currency.Find(code.ToUpperInvariant())?.Code ?? Written.Nearest(code, Currency.All.Select(currency => currency.Code)) : null));
        return null;
    }

    /// <summary>The day that is named, or else that of the row.</summary>
    private RowExpression? Day(Formula.Call call)
    {
        if (call.Arguments.Length == 3)
        {
            if (checker.Check(call.Arguments[2]) is not { } moment)
                return null;
            if (RowDates.IsInTime(moment))
                return RowDates.AsDate(moment);
            findings.Report(call.Arguments[2], "formula.argument-kind",
                ("function", call.Function), ("written", Written.Of(call.Arguments[2])), ("type", new TypeInWords(moment.Type)),
                ("signature", new SignatureInWords(call.Function)));
            return null;
        }
        if (checker.Rows.StoredTime is { } time && checker.Rows.Find(time) is { } column)
            return RowDates.AsDate(new RowExpression.Column(ColumnPath.Own(column.Name), column.Type));
        findings.Report(call, "formula.convert-without-time", ("rows", checker.Rows.Name),
            ("example", $"convert({Written.Of(call.Arguments[0])}, {Written.Of(call.Arguments[1])}, …)"));
        return null;
    }

    /// <summary>The only rates that lead to a currency. Where there are none, those of that currency in the amount's own, which are turned round.</summary>
    private ExchangeRates? Rates(Formula.Call call, string to, UnitAtom from)
    {
        var all = findings.Scope.DatasetNames.Select(name => findings.Scope.Dataset(name)?.Rates).OfType<ExchangeRates>().ToList();
        var leading = all.Where(rates => rates.LeadTo(to)).ToList();
        if (leading.Count == 0 && from is UnitAtom.Currency own)
            leading = [.. all.Where(rates => rates.To == own.Code)];
        if (leading is [var only])
            return only;
        if (leading.Count > 0)
            findings.Report(call, "formula.several-rates", ("currency", to), ("datasets", Alternatives.All(leading.Select(rates => rates.Dataset))));
        else
            findings.Report(call, "formula.no-rates", ("currency", to), ("known", Alternatives.All(all.Select(rates => rates.To).OfType<string>().Distinct())));
        return null;
    }

    private static ColumnPath PathOf(UnitAtom.CurrencyBy by)
    {
        var parts = by.Column.Split('.');
        return new ColumnPath([.. parts[..^1]], parts[^1]);
    }

    private static Unit UnitOf(UnitAtom money) =>
        money is UnitAtom.CurrencyBy by ? Unit.CurrencyBy(by.Column) : Unit.Currency(money.Symbol);
}
