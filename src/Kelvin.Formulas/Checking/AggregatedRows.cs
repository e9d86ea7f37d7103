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
        if (rows is not Formula.Name name)
            findings.Report(rows, "formula.rows-expected", ("function", call.Function), ("written", Written.Of(rows)), ("signature", new SignatureInWords(call.Function)));
        else if (name.Parts.Length == 1 && findings.Scope.Dataset(name.Parts[0]) is { } dataset)
            return dataset;
        else if (DatasetOfColumn(name) is not { } owner)
            ReportUnknownDataset(call, name);
        else
            findings.Report(
                rows, call.Function == "count" ? "formula.count-of-column" : "formula.rows-expected",
                ("function", call.Function), ("written", Written.Of(rows)), ("rows", owner), ("signature", new SignatureInWords(call.Function)));
        return null;
    }

    /// <summary>The dataset that has the column which was written where a dataset belongs.</summary>
    private string? DatasetOfColumn(Formula.Name name) =>
        name.Parts.Length > 1 ? findings.Scope.Dataset(name.Parts[0])?.Name
        : defaultDataset is not null && findings.Scope.Dataset(defaultDataset)?.Find(name.Parts[0]) is not null ? defaultDataset
        : findings.Scope.DatasetNames.FirstOrDefault(dataset => findings.Scope.Dataset(dataset)?.Find(name.Parts[0]) is not null);

    private void ReportNone(Formula.Call call, List<Formula.Name> names)
    {
        if (names.Find(name => name.Parts.Length > 1) is { } dotted)
            ReportUnknownDataset(call, dotted);
        else if (names.Count == 0)
            findings.Report(call, "formula.no-column", ("written", Written.Of(call)), ("function", call.Function));
        else
            ReportUnplaced(call, names[0], names[0].Parts[0]);
    }

    /// <summary>A bare name, and no dataset to look for it in.</summary>
    private void ReportUnplaced(Formula.Call call, Formula.Name name, string word)
    {
        var choices = findings.Scope.DatasetNames.Where(dataset => findings.Scope.Dataset(dataset)?.Find(word) is not null).ToList();
        var columns = findings.Scope.DatasetNames.SelectMany(dataset => findings.Scope.Dataset(dataset)?.Columns.Select(column => column.Name) ?? []);
        if (findings.Scope.Metric(word) is not null)
            findings.Report(name, "formula.metric-in-aggregate", ("name", word), ("aggregate", call.Function));
        else if (choices.Count > 0)
            findings.Report(name, "formula.which-dataset", ("name", word), ("choices", Alternatives.Of(choices.Select(dataset => $"{dataset}.{word}"))));
        else if (findings.Scope.Dataset(word) is { } dataset)
            findings.Report(
                name, "formula.column-expected", ("function", call.Function), ("name", word),
                ("example", dataset.Columns.IsEmpty ? null : $"{call.Function}({word}.{dataset.Columns[0].Name})"), ("signature", new SignatureInWords(call.Function)));
        else
            findings.Report(name, "formula.unknown-name", ("name", word), ("nearest", Written.Nearest(word, columns)));
    }

    private void ReportUnknownDataset(Formula.Call call, Formula.Name name) =>
        findings.Report(
            name.PartPlaces.IsEmpty ? name.Place : name.PartPlaces[0], "formula.unknown-dataset",
            ("function", call.Function), ("name", name.Parts[0]),
            ("nearest", Written.Nearest(name.Parts[0], findings.Scope.DatasetNames)), ("datasets", Alternatives.All(findings.Scope.DatasetNames)));
}
