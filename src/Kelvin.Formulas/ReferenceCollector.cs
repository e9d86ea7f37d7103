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
        else if (expression is MetricExpression.Balance balance)
            Add(balance.Form, balance.Of.Dataset);
        else if (expression is MetricExpression.Conversion conversion)
        {
            Add(conversion.From, conversion.Same.Select(pair => pair.From));
            Add(conversion.To, conversion.Same.Select(pair => pair.To));
        }
        else if (expression is MetricExpression.Retained retained)
            Add(retained.Dataset, [retained.Value, retained.Where]);
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
        else if (expression is RowExpression.Rate { By: var rates })
        {
            _datasets.Add(rates.Dataset);
            _columns.UnionWith(rates.Columns.Select(column => new ColumnReference(rates.Dataset, column)));
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

    private void Add(MetricExpression.Aggregate aggregate) => Add(aggregate.Dataset, [aggregate.Value, aggregate.Where]);

    private void Add(MetricExpression.EventRows rows, IEnumerable<string> columns)
    {
        _columns.UnionWith(columns.Append(rows.Time).Select(column => new ColumnReference(rows.Dataset, column)));
        Add(rows.Dataset, [rows.Where]);
    }

    private void Add(string dataset, IEnumerable<RowExpression?> expressions)
    {
        _datasets.Add(dataset);
        foreach (var expression in expressions)
            if (expression is not null)
                Add(expression, dataset);
    }

    private void Add(BalanceForm form, string dataset) =>
        _columns.UnionWith((form switch
        {
            BalanceForm.Snapshots snapshots => snapshots.Series,
            BalanceForm.Spans spans => [spans.From, spans.To],
            _ => [],
        }).Select(column => new ColumnReference(dataset, column)));

    private void Add(ColumnPath path, string dataset)
    {
        var start = scope.Dataset(dataset);
        foreach (var name in path.Links)
        {
            if (AddLink(name, dataset) is not { } link)
                return;
            if (scope.Dataset(link.To)?.IsDated == true && link.At is null && start?.StoredTime is { } time)
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
