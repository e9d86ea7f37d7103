using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking;

/// <summary>Words for a name that is no column of the dataset where it was looked for.</summary>
internal sealed class UnknownColumn(Findings findings, DatasetSymbol rows, string? aggregate)
{
    /// <summary>The issue that explains best what the name is instead.</summary>
    public void Report(Formula.Name name, DatasetSymbol at)
    {
        var word = name.Parts[^1];
        var place = name.PartPlaces.IsEmpty ? name.Place : name.PartPlaces[^1];
        if (name.Parts.Length == 1 && findings.Scope.Metric(word) is not null)
            findings.Report(name, aggregate is null ? "formula.metric-in-row" : "formula.metric-in-aggregate", ("name", word), ("rows", at.Name), ("aggregate", aggregate));
        else if (at.Link(word) is { } link && findings.Scope.Dataset(link.To) is { Columns: [var first, ..] })
            findings.Report(name, "formula.link-as-value", ("name", word), ("dataset", link.To), ("example", $"{Written.Of(name)}.{Syntax.Words.Name(first.Name)}"));
        else if (name.Parts.Length == 1 && findings.Scope.Dataset(word) is { } dataset)
            findings.Report(name, "formula.dataset-as-value", ("name", word), ("example", dataset.Columns.IsEmpty ? null : $"{word}.{dataset.Columns[0].Name}"));
        else if (name.Parts.Length == 1 && IsQuoted(name))
            findings.Report(name, "formula.text-in-double-quotes", ("name", word), ("dataset", at.Name), ("text", Syntax.Words.Text(word)));
        else
            ReportUnknown(name, word, place, at);
    }

    private void ReportUnknown(Formula.Name name, string word, Language.Place? place, DatasetSymbol at)
    {
        var nearest = Written.Nearest(word, at.Columns.Select(column => column.Name));
        var elsewhere = nearest is null && name.Parts.Length == 1 ? Elsewhere(word) : null;
        findings.Report(
            place, "formula.unknown-column", ("name", word), ("dataset", at.Name), ("nearest", nearest), ("elsewhere", elsewhere),
            ("columns", Alternatives.All(at.Columns.Select(column => column.Name))));
    }

    /// <summary>The same column in another dataset: one within reach, failing that any.</summary>
    private Alternatives? Elsewhere(string word) =>
        Having(word, LinkPaths.Reach(rows, findings.Scope).Keys) ?? Having(word, findings.Scope.DatasetNames);

    private Alternatives? Having(string word, IEnumerable<string> datasets) =>
        Alternatives.Of(datasets
            .Where(dataset => dataset != rows.Name && findings.Scope.Dataset(dataset)?.Find(word) is not null)
            .Select(dataset => $"{dataset}.{word}"));

    private static bool IsQuoted(Formula.Name name) =>
        name.Place is { } place && place.Length > name.Parts[0].Length;
}
