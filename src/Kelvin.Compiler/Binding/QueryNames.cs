using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>Resolves the dimensions and conditions of a question in every dataset that it reads.</summary>
internal sealed class QueryNames(MetricCatalog catalog)
{
    private readonly CatalogScope _scope = new(catalog);

    /// <summary>
    /// The dimension of this name, or null with issues. Datasets share a dimension when the name leads each of them to
    /// a column of the same kind; one that lacks it would repeat its totals, and so is an issue.
    /// </summary>
    public BoundDimension? Dimension(string name, ImmutableArray<Dataset> datasets, ImmutableArray<Issue>.Builder issues)
    {
        var found = new List<(Dataset Dataset, ResolvedColumn Column)>();
        var lacking = new List<(Dataset Dataset, ImmutableArray<Issue> Issues)>();
        foreach (var dataset in datasets)
        {
            var outcome = ColumnResolver.Resolve(name, _scope.Dataset(dataset.Name)!, _scope);
            if (outcome.IsSound)
                found.Add((dataset, outcome.Value));
            else
                lacking.Add((dataset, outcome.Issues));
        }
        if (found.Count == 0)
        {
            issues.AddRange(lacking.Take(1).SelectMany(one => one.Issues));
            return null;
        }
        if (lacking.Count > 0)
            issues.Add(Issue.At(null, "query.dimension-not-shared", ("name", name), ("lacking", lacking[0].Dataset.Name), ("having", found[0].Dataset.Name)));
        else if (found.FirstOrDefault(one => one.Column.Type.Kind != found[0].Column.Type.Kind) is { Dataset: not null } other)
            issues.Add(Issue.At(null, "query.dimension-kinds-differ", ("name", name), ("one", found[0].Dataset.Name), ("other", other.Dataset.Name)));
        else
            return new BoundDimension(name, found[0].Column.Type, LabelOf(name, found[0].Column),
                found.ToImmutableSortedDictionary(one => one.Dataset.Name, one => one.Column.Path, StringComparer.Ordinal));
        return null;
    }

    /// <summary>A condition on the rows of a dataset, or null with issues.</summary>
    public RowExpression? Condition(string text, Dataset dataset, ImmutableArray<Issue>.Builder issues)
    {
        var outcome = FormulaParser.Parse(text)
            .Then(formula => FormulaChecker.CheckRow(formula, _scope.Dataset(dataset.Name)!, _scope));
        issues.AddRange(outcome.Issues.Where(issue => issue.Severity == Severity.Error && !issues.Contains(issue)));
        if (outcome.Value is { } expression && expression.Type.Kind != ValueKind.Boolean)
        {
            issues.Add(Issue.At(null, "query.condition-not-boolean", ("condition", text)));
            return null;
        }
        return outcome.Value;
    }

    private LocalText LabelOf(string name, ResolvedColumn column) =>
        catalog.Datasets[column.Dataset.Name].Find(column.Path.Column)?.Label ?? LocalText.Same(name);
}
