using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking;

/// <summary>Finds the dataset whose rows an aggregate goes over.</summary>
internal sealed class AggregatedRows(Findings findings, string? defaultDataset)
{
    /// <summary>
    /// The dataset of the first name that begins with one (<c>orders.amount</c>), looking at the value before the
    /// condition; else the default. Null, and an issue, when there is none.
    /// </summary>
    public DatasetSymbol? OfValue(Formula.Call call)
    {
        var value = call.Arguments[0];
        var names = WrittenNames.In(value).ToList();
        var own = defaultDataset is null ? null : findings.Scope.Dataset(defaultDataset);
        if (own is not null && names.Any(name => own.Find(name.Parts[0]) is not null))
            return own;
        var conditions = call.Where is null || own is not null ? [] : WrittenNames.In(call.Where);
        var named = names.Concat(conditions).Where(name => name.Parts.Length > 1).Select(name => findings.Scope.Dataset(name.Parts[0])).OfType<DatasetSymbol>();
        if ((named.FirstOrDefault() ?? own) is { } found)
            return found;
        ReportNone(call, names);
        return null;
    }

    /// <summary>The dataset that is named as the rows: <c>count(orders)</c>.</summary>
    public DatasetSymbol? OfName(Formula.Call call)
    {
        var rows = call.Arguments[0];
        if (rows is Formula.Name { Parts: [var name] })
        {
            if (findings.Scope.Dataset(name) is { } dataset)
                return dataset;
            var column = defaultDataset is null ? null : findings.Scope.Dataset(defaultDataset)?.Find(name);
            if (column is null)
            {
                findings.Report(rows, "formula.unknown-dataset", ("function", call.Function), ("name", name), ("nearest", Written.Nearest(name, findings.Scope.DatasetNames)), ("datasets", Alternatives.Of(findings.Scope.DatasetNames)));
                return null;
            }
        }
        var of = rows is Formula.Name { Parts: [var first, _, ..] } && findings.Scope.Dataset(first) is not null ? first : defaultDataset;
        findings.Report(rows, "formula.rows-expected", ("function", call.Function), ("written", Written.Of(rows)), ("rows", of), ("signature", new SignatureInWords(call.Function)));
        return null;
    }

    private void ReportNone(Formula.Call call, List<Formula.Name> names)
    {
        var unknown = names.Find(name => name.Parts.Length > 1);
        if (unknown is not null)
        {
            findings.Report(unknown.PartPlaces.IsEmpty ? unknown.Place : unknown.PartPlaces[0], "formula.unknown-dataset", ("function", call.Function), ("name", unknown.Parts[0]), ("nearest", Written.Nearest(unknown.Parts[0], findings.Scope.DatasetNames)), ("datasets", Alternatives.Of(findings.Scope.DatasetNames)));
            return;
        }
        if (names.Count == 0)
        {
            findings.Report(call, "formula.no-column", ("written", Written.Of(call)), ("function", call.Function));
            return;
        }
        var word = names[0].Parts[0];
        if (findings.Scope.Metric(word) is not null)
        {
            findings.Report(names[0], "formula.metric-in-aggregate", ("name", word), ("aggregate", call.Function));
            return;
        }
        var choices = findings.Scope.DatasetNames.Where(dataset => findings.Scope.Dataset(dataset)?.Find(word) is not null).ToList();
        var columns = findings.Scope.DatasetNames.SelectMany(dataset => findings.Scope.Dataset(dataset)?.Columns.Select(column => column.Name) ?? []);
        if (choices.Count > 0)
            findings.Report(names[0], "formula.which-dataset", ("name", word), ("choices", Alternatives.Of(choices.Select(dataset => $"{dataset}.{word}"))));
        else if (findings.Scope.Dataset(word) is not null)
            findings.Report(names[0], "formula.column-expected", ("function", call.Function), ("name", word), ("signature", new SignatureInWords(call.Function)));
        else
            findings.Report(names[0], "formula.unknown-name", ("name", word), ("nearest", Written.Nearest(word, columns)));
    }
}
