namespace Kelvin.Formulas;

/// <summary>Walks over a checked expression and notes what it reads.</summary>
internal sealed class ReferenceCollector(IFormulaScope scope)
{
    private readonly SortedSet<string> _datasets = new(StringComparer.Ordinal);
    private readonly HashSet<ColumnReference> _columns = [];
    private readonly SortedSet<string> _metrics = new(StringComparer.Ordinal);

    public FormulaReferences References =>
        new([.. _datasets], [.. _columns.OrderBy(column => column.Dataset, StringComparer.Ordinal).ThenBy(column => column.Column, StringComparer.Ordinal)], [.. _metrics]);

    public void Add(MetricExpression expression)
    {
        if (expression is MetricExpression.Reference reference)
            _metrics.Add(reference.Metric);
        else if (expression is MetricExpression.Aggregate aggregate)
            Add(aggregate);
        else if (expression is MetricExpression.Filtered filtered)
            foreach (var where in filtered.Where)
                Add(where.Condition, where.Dataset);
        foreach (var part in ExpressionParts.Of(expression))
            Add(part);
    }

    public void Add(RowExpression expression, string dataset)
    {
        _datasets.Add(dataset);
        if (expression is RowExpression.Column column)
            Add(column.Path, dataset);
        else if (expression is RowExpression.RolledUp rolledUp)
        {
            AddLink(rolledUp.Link, rolledUp.Of.Dataset);
            Add(rolledUp.Of);
        }
        else if (expression is RowExpression.MetricOf of)
        {
            _metrics.Add(of.Metric);
            foreach (var path in of.Here)
                Add(path, dataset);
            foreach (var rows in of.There)
                foreach (var path in rows.By)
                    Add(path, rows.Dataset);
        }
        foreach (var part in ExpressionParts.Of(expression))
            Add(part, dataset);
    }

    private void Add(MetricExpression.Aggregate aggregate)
    {
        _datasets.Add(aggregate.Dataset);
        if (aggregate.Value is not null)
            Add(aggregate.Value, aggregate.Dataset);
        if (aggregate.Where is not null)
            Add(aggregate.Where, aggregate.Dataset);
    }

    private void Add(ColumnPath path, string dataset)
    {
        var start = scope.Dataset(dataset);
        foreach (var name in path.Links)
        {
            if (AddLink(name, dataset) is not { } link)
                return;
            if (scope.Dataset(link.To)?.IsDated == true && link.At is null && start?.Time is { } time)
                _columns.Add(new ColumnReference(start.Name, time));
            dataset = link.To;
            _datasets.Add(dataset);
        }
        _columns.Add(new ColumnReference(dataset, path.Column));
    }

    /// <summary>The columns that a link goes by.</summary>
    private LinkSymbol? AddLink(string name, string dataset)
    {
        if (scope.Dataset(dataset)?.Link(name) is not { } link)
            return null;
        foreach (var column in link.Columns)
            _columns.Add(new ColumnReference(dataset, column));
        if (link.At is { } at)
            _columns.Add(new ColumnReference(dataset, at));
        return link;
    }
}
