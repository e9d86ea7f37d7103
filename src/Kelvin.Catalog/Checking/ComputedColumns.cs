using Kelvin.Catalog.Reading;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Catalog.Checking;

/// <summary>
/// Checks computed columns in an order in which each comes after those it reads, over links and roll-ups too.
/// </summary>
internal sealed class ComputedColumns(
    List<DatasetDraft> datasets, NameChoice<DatasetDraft> choice, FaultyNames faulty, WorkingScope scope, IssueList issues)
{
    private readonly Dictionary<string, OpenColumn> _open = new(StringComparer.Ordinal);
    private readonly Trouble _trouble = new(choice, faulty, issues);

    /// <summary>Adds every sound computed column to the columns of its dataset and to the scope.</summary>
    public void CheckInto(Dictionary<string, Dictionary<string, Column>> columns)
    {
        foreach (var dataset in datasets)
            foreach (var draft in dataset.Columns.Where(column => column is { Formula: not null, IsFaulty: false }))
                Parse(dataset, draft);
        var order = DependencyOrder.Of(Dependencies());
        foreach (var circle in order.Circles)
            Report(circle);
        foreach (var name in order.Order.Concat(order.Behind))
        {
            var (dataset, draft, formula) = _open[name];
            if (Check(dataset, draft, formula) is not { } column)
                continue;
            columns[dataset.Name].Add(draft.Name, column);
            scope.Put(dataset.Name, new ColumnSymbol(draft.Name, column.Type));
        }
    }

    private void Parse(DatasetDraft dataset, ColumnDraft draft)
    {
        var parsed = FormulaParser.Parse(draft.Formula!.Source);
        issues.AddRange(parsed.Issues);
        var ofRows = parsed.IsSound ? FormulaReferences.MetricsOfRowsIn(parsed.Value) : [];
        if (!ofRows.IsEmpty)
            issues.Add(ofRows[0].Place, "formula.metric-in-column", ("metric", ofRows[0].Metric.Parts[^1]));
        if (parsed.IsSound && ofRows.IsEmpty)
            _open.Add(NameOf(dataset.Name, draft.Name), new(dataset, draft, parsed.Value));
        else
            faulty.Add(new(dataset.Name, draft.Name));
    }

    private Column? Check(DatasetDraft dataset, ColumnDraft draft, Formula formula)
    {
        var outcome = FormulaChecker.CheckRow(formula, scope.Dataset(dataset.Name)!, scope);
        if (outcome.IsSound)
        {
            issues.AddRange(outcome.Issues);
            return new(draft.Name, outcome.Value.Type, null, true)
            {
                Label = draft.Label,
                Computed = outcome.Value,
                Formula = draft.Formula!.Text,
                Place = draft.Place,
            };
        }
        faulty.Add(new(dataset.Name, draft.Name));
        _trouble.Report(NameOf(dataset.Name, draft.Name), draft.Place, dataset.Pack, formula, null, outcome.Issues);
        return null;
    }

    /// <summary>Names are looked up as if every computed column were known already, which settles all but their types.</summary>
    private Dictionary<string, string[]> Dependencies()
    {
        var planned = new WorkingScope();
        foreach (var dataset in datasets)
            planned.Put(scope.Dataset(dataset.Name)!);
        foreach (var (dataset, draft, _) in _open.Values)
            planned.Put(dataset.Name, new ColumnSymbol(draft.Name, DataType.Text));
        return _open.ToDictionary(
            column => column.Key,
            column => ReadBy(column.Value.Formula, column.Value.Dataset.Name, planned),
            StringComparer.Ordinal);
    }

    private string[] ReadBy(Formula formula, string dataset, WorkingScope planned)
    {
        var own = MetricLevel.NamesIn(formula).ToHashSet(ReferenceEqualityComparer.Instance);
        var names = FormulaReferences.NamesIn(formula);
        var named = names.Select(name => name.Parts[0]).Where(name => planned.Dataset(name) is not null).Distinct().ToList();
        return [.. names
            .SelectMany(name => (own.Contains(name) ? [dataset] : named).Select(rows => ColumnResolver.Resolve(name, planned.Dataset(rows)!, planned).Value))
            .OfType<ResolvedColumn>()
            .Select(column => NameOf(column.Dataset.Name, column.Column.Name))
            .Where(_open.ContainsKey)
            .Distinct()];
    }

    private void Report(string[] circle)
    {
        var members = circle.Select(name => _open[name]).ToList();
        foreach (var (dataset, draft, _) in members)
            faulty.Add(new(dataset.Name, draft.Name));
        issues.Add(members[0].Draft.Formula!.Place, "catalog.column-cycle",
            ("cycle", string.Join(" → ", circle.Append(circle[0]))),
            ("places", string.Join(", ", members.Select(member => member.Draft.Formula!.Place))));
    }

    private static string NameOf(string dataset, string column) => $"{dataset}.{column}";

    /// <summary>A column whose formula has been read and not yet checked.</summary>
    private sealed record OpenColumn(DatasetDraft Dataset, ColumnDraft Draft, Formula Formula);
}
