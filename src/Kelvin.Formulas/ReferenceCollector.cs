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
            _columns.Add(new ColumnReference(rolledUp.Of.Dataset, rolledUp.Link));
            Add(rolledUp.Of);
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
        foreach (var link in path.Links)
        {
            _columns.Add(new ColumnReference(dataset, link));
            if (scope.Dataset(dataset)?.Find(link)?.LinksTo is not { } next)
                return;
            dataset = next;
            _datasets.Add(dataset);
        }
        _columns.Add(new ColumnReference(dataset, path.Column));
    }
}
