using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Checks opening, closing and average_balance.</summary>
internal sealed class BalanceChecker(Findings findings, AggregateChecker aggregates)
{
    /// <summary>The balance, or null. Its unit is that of what is worked out over the rows.</summary>
    public MetricExpression? Check(Formula.Call call)
    {
        if (!Arity.Holds(findings, call, 1, 1) || AggregateIn(call) is not { } written || aggregates.Check(written) is not { } found)
            return null;
        var rows = findings.Scope.Dataset(found.Aggregate.Dataset)!;
        var kind = FunctionNames.Balance(call.Function);
        if (found.Type.Kind != ValueKind.Number)
            findings.Report(call, "formula.aggregate-of-other-kind", ("written", Written.Of(written)), ("type", new TypeInWords(found.Type)));
        else if (kind == BalanceKind.Average && !HasMean(found.Aggregate.Kind))
            findings.Report(call.Arguments[0], "formula.average-balance-of", ("written", Written.Of(written)));
        else if (FormOf(call, rows) is { } form)
            return new MetricExpression.Balance(kind, found.Aggregate, form);
        return null;
    }

    /// <summary>Of a column its sum is meant, of a dataset its count.</summary>
    private Formula.Call? AggregateIn(Formula.Call call)
    {
        var argument = call.Arguments[0];
        if (argument is Formula.Name name)
        {
            var isDataset = name.Parts is [var word] && findings.Scope.Dataset(word) is not null;
            return new Formula.Call(isDataset ? "count" : "sum", [name], call.Where) { Place = name.Place, FunctionPlace = call.FunctionPlace };
        }
        if (argument is not Formula.Call aggregate || !FunctionNames.Aggregates.Contains(aggregate.Function))
            findings.Report(argument, "formula.balance-of", ("written", Written.Of(argument)), ("signature", new SignatureInWords(call.Function)));
        else if (call.Where is not null)
            findings.Report(call.Where, "formula.where-not-here", ("function", call.Function));
        else
            return aggregate;
        return null;
    }

    /// <summary>A mean over moments is defined for what adds up, and for ratios of it.</summary>
    private static bool HasMean(AggregateKind kind) =>
        kind is AggregateKind.Count or AggregateKind.Sum or AggregateKind.Average or AggregateKind.Share;

    private BalanceForm? FormOf(Formula.Call call, DatasetSymbol rows)
    {
        switch (rows.Balance)
        {
            case null when call.Per.IsEmpty:
                findings.Report(call, "formula.no-balance", ("written", Written.Of(call)), ("dataset", rows.Name));
                return null;
            case BalanceForm.Spans when !call.Per.IsEmpty:
                findings.Report(call.Per[0], "formula.series-of-spans", ("dataset", rows.Name));
                return null;
            case null or BalanceForm.Snapshots when !call.Per.IsEmpty:
                return Series(call, rows) is { } series ? new BalanceForm.Snapshots(series, (rows.Balance as BalanceForm.Snapshots)?.Carry) : null;
            default:
                return rows.Balance;
        }
    }

    /// <summary>A series is named by columns of the rows themselves.</summary>
    private ImmutableArray<string>? Series(Formula.Call call, DatasetSymbol rows)
    {
        var series = ImmutableArray.CreateBuilder<string>();
        foreach (var name in call.Per)
            if (new NameResolution(findings, rows, call.Function).Resolve(name) is { } found)
                if (found.Path.Links.IsEmpty)
                    series.Add(found.Column.Name);
                else
                    findings.Report(name, "formula.series-over-link", ("written", Written.Of(name)), ("dataset", rows.Name));
        return series.Count == call.Per.Length ? series.ToImmutable() : null;
    }
}
