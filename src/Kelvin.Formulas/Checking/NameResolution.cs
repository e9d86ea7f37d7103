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
        if (Follow(name, name.Parts.Length - 1) is not var (at, links))
            return null;
        if (at.Find(name.Parts[^1]) is { } column)
            return new ResolvedColumn(new ColumnPath(links, column.Name), at, column);
        new UnknownColumn(findings, rows, aggregate).Report(name, at);
        return null;
    }

    /// <summary>The dataset that the first parts of a name lead to, and the links on the way; null when an issue was reported.</summary>
    public (DatasetSymbol Dataset, ImmutableArray<string> Links)? Follow(Formula.Name name, int parts)
    {
        var (at, links) = (rows, ImmutableArray<string>.Empty);
        for (var part = 0; part < parts; part++)
        {
            if (Step(name, part, at) is not var (next, way))
                return null;
            (at, links) = (next, [.. links, .. way]);
        }
        return IsDatedSoundly(name, links) ? (at, links) : null;
    }

    /// <summary>Whether every dated link on a way from the rows has a time.</summary>
    public bool IsDatedSoundly(Formula.Name name, ImmutableArray<string> links) => LacksTime(links) is not var (at, link, to) || Report(name, at, link, to);

    /// <summary>Follows one part of a dotted name: a link column, the dataset itself, or another dataset within reach.</summary>
    private (DatasetSymbol Dataset, ImmutableArray<string> Way)? Step(Formula.Name name, int part, DatasetSymbol at)
    {
        var word = name.Parts[part];
        var column = at.Find(word);
        if (at.Link(word) is { } link && findings.Scope.Dataset(link.To) is { } linked)
            return (linked, [link.Name]);
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

    /// <summary>The first dated link that has neither a time of its own nor that of the row where the path starts.</summary>
    private (DatasetSymbol At, LinkSymbol Link, DatasetSymbol To)? LacksTime(ImmutableArray<string> links)
    {
        var at = rows;
        foreach (var step in links)
        {
            var link = at.Link(step)!;
            var to = findings.Scope.Dataset(link.To)!;
            if (to.IsDated && (link.At ?? rows.StoredTime) is null)
                return (at, link, to);
            at = to;
        }
        return null;
    }

    private bool Report(Formula.Name name, DatasetSymbol at, LinkSymbol link, DatasetSymbol to)
    {
        findings.Report(name, "formula.dated-link-without-time", ("written", Written.Of(name)), ("link", $"{at.Name}.{link.Name}"), ("to", to.Name), ("rows", rows.Name));
        return false;
    }

    private void ReportUnknown(Formula.Name name, int part, DatasetSymbol at)
    {
        var links = at.AllLinks.Select(candidate => candidate.Name);
        findings.Report(
            PlaceOf(name, part), "formula.unknown-step", ("name", name.Parts[part]), ("dataset", at.Name),
            ("nearest", Written.Nearest(name.Parts[part], [.. links, .. findings.Scope.DatasetNames])),
            ("links", Alternatives.All(links)));
    }

    private static Language.Place? PlaceOf(Formula.Name name, int part) =>
        part < name.PartPlaces.Length ? name.PartPlaces[part] : name.Place;
}
