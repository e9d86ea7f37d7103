using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Checks aggregates in computed columns: over the rows of another dataset that lead to the row.</summary>
internal sealed class RollUpChecker(Findings findings, DatasetSymbol rows)
{
    public RowExpression? Check(Formula.Call call)
    {
        if (new AggregateChecker(findings, defaultDataset: null).Check(call) is not { } found)
            return null;
        var many = findings.Scope.Dataset(found.Aggregate.Dataset)!;
        var links = many.AllLinks.Where(link => link.To == rows.Name).Select(link => link.Name).ToList();
        if (links is [var link] && many.Name != rows.Name && !rows.IsDated)
            return new RowExpression.RolledUp(found.Aggregate, link, found.Type);
        var code = rows.IsDated ? "formula.roll-up-dated" : many.Name == rows.Name ? "formula.roll-up-of-itself" : links.Count == 0 ? "formula.roll-up-without-link" : "formula.roll-up-choice";
        findings.Report(call, code, ("written", Written.Of(call)), ("many", many.Name), ("rows", rows.Name), ("links", Alternatives.All(links)));
        return null;
    }
}
