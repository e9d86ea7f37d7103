using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking;

/// <summary>Finds the column that a name means for a row of a dataset.</summary>
/// <param name="findings">Where issues go.</param>
/// <param name="rows">The dataset.</param>
/// <param name="aggregate">The aggregate around the name, or null.</param>
internal sealed class NameResolution(Findings findings, DatasetSymbol rows, string? aggregate)
{
    /// <summary>The column, or null when an issue was reported.</summary>
    public ResolvedColumn? Resolve(Formula.Name name)
    {
        var (at, links) = (rows, ImmutableArray<string>.Empty);
        for (var part = 0; part < name.Parts.Length - 1; part++)
        {
            if (Step(name, part, at) is not var (next, way))
                return null;
            (at, links) = (next, [.. links, .. way]);
        }
        if (at.Find(name.Parts[^1]) is { } column)
            return new ResolvedColumn(new ColumnPath(links, column.Name), at, column);
        new UnknownColumn(findings, rows, aggregate).Report(name, at);
        return null;
    }

    /// <summary>Follows one part of a dotted name: a link column, the dataset itself, or another dataset within reach.</summary>
    private (DatasetSymbol Dataset, ImmutableArray<string> Way)? Step(Formula.Name name, int part, DatasetSymbol at)
    {
        var word = name.Parts[part];
        var column = at.Find(word);
        if (column?.LinksTo is { } target && findings.Scope.Dataset(target) is { } linked)
            return (linked, [column.Name]);
        if (word == at.Name && part == 0)
            return (at, []);
        if (findings.Scope.Dataset(word) is { } dataset)
            return Reach(name, part, at, dataset);
        if (column is not null)
            findings.Report(PlaceOf(name, part), "formula.not-a-link", ("column", word), ("dataset", at.Name), ("rest", string.Join('.', name.Parts[(part + 1)..])));
        else
            ReportUnknown(name, part, at);
        return null;
    }

    private (DatasetSymbol, ImmutableArray<string>)? Reach(Formula.Name name, int part, DatasetSymbol at, DatasetSymbol to)
    {
        var ways = LinkPaths.Shortest(at, to.Name, findings.Scope);
        if (ways.Length == 1)
            return (to, ways[0]);
        var rest = string.Join('.', name.Parts[(part + 1)..].Select(Syntax.Words.Name));
        if (ways.Length > 1)
            findings.Report(
                PlaceOf(name, part), "formula.several-ways", ("from", at.Name), ("to", to.Name),
                ("choices", Alternatives.Of(ways.Select(way => $"{string.Join('.', way.Select(Syntax.Words.Name))}.{rest}"))));
        else if (LinkPaths.FanOut(at, to, findings.Scope) is var (dataset, link, leadsTo))
            findings.Report(
                name, aggregate is null ? "formula.fan-out-in-row" : "formula.fan-out", ("written", Written.Of(name)), ("rows", at.Name),
                ("link", $"{dataset}.{link}"), ("many", dataset), ("one", leadsTo), ("aggregate", aggregate), ("start", leadsTo == at.Name ? to.Name : null));
        else
            findings.Report(name, "formula.not-linked", ("written", Written.Of(name)), ("rows", at.Name), ("other", to.Name));
        return null;
    }

    private void ReportUnknown(Formula.Name name, int part, DatasetSymbol at)
    {
        var links = at.Columns.Where(candidate => candidate.LinksTo is not null).Select(candidate => candidate.Name);
        findings.Report(
            PlaceOf(name, part), "formula.unknown-step", ("name", name.Parts[part]), ("dataset", at.Name),
            ("nearest", Written.Nearest(name.Parts[part], [.. links, .. findings.Scope.DatasetNames])),
            ("links", Alternatives.All(links)));
    }

    private static Language.Place? PlaceOf(Formula.Name name, int part) =>
        part < name.PartPlaces.Length ? name.PartPlaces[part] : name.Place;
}
