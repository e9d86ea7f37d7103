using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Interchange.Ossie.Export;

/// <summary>Says metrics in ANSI SQL: aggregates of columns and arithmetic of those. Columns have their dataset before them.</summary>
/// <param name="catalog">The definitions.</param>
/// <param name="isWritten">Whether a column was written as a field.</param>
internal sealed class AnsiMetrics(MetricCatalog catalog, Func<string, string, bool> isWritten)
{
    /// <summary>The metric; throws at the piece that has no counterpart.</summary>
    public string Of(MetricExpression expression) => expression switch
    {
        MetricExpression.Constant constant => AnsiSql.Number(constant.Value),
        MetricExpression.Aggregate aggregate => Of(aggregate),
        MetricExpression.Reference reference => $"({Of(catalog.Metrics[reference.Metric].Expression)})",
        MetricExpression.Call call => Of(call),
        _ => throw new UnspeakableException(ExpressionPrinter.Print(expression)),
    };

    private string Of(MetricExpression.Call call)
    {
        string At(int index) => Operand(call.Arguments[index]);
        return call.Operator switch
        {
            MetricOperator.Add => $"{At(0)} + {At(1)}",
            MetricOperator.Subtract => $"{At(0)} - {At(1)}",
            MetricOperator.Multiply => $"{At(0)} * {At(1)}",
            MetricOperator.Divide => AnsiSql.Quotient(Of(call.Arguments[0]), Of(call.Arguments[1])),
            MetricOperator.Negate => $"-{At(0)}",
            MetricOperator.Absolute => $"ABS({Of(call.Arguments[0])})",
            MetricOperator.Coalesce => $"COALESCE({string.Join(", ", call.Arguments.Select(Of))})",
            _ => throw new UnspeakableException(call.Operator.ToString()),
        };
    }

    private string Operand(MetricExpression expression) => expression is MetricExpression.Call { Operator: not (MetricOperator.Absolute or MetricOperator.Coalesce) } ? $"({Of(expression)})" : Of(expression);

    private string Of(MetricExpression.Aggregate aggregate)
    {
        var dataset = catalog.Datasets[aggregate.Dataset];
        var sql = new AnsiSql(path => Column(dataset, path));
        var where = aggregate.Where is { } condition ? sql.Of(condition) : null;
        string Chosen(string value) => where is null ? value : $"CASE WHEN {where} THEN {value} END";
        string Value() => Chosen(sql.Of(aggregate.Value!));
        return aggregate.Kind switch
        {
            // Where no row qualifies a count is missing here; COUNT would say 0.
            AggregateKind.Count => where is null ? $"COUNT({Known(dataset)})" : $"SUM({Chosen("1")})",
            AggregateKind.Distinct => $"COUNT(DISTINCT {Value()})",
            AggregateKind.Sum => $"SUM({Value()})",
            AggregateKind.Average => $"AVG({Value()})",
            AggregateKind.Min => $"MIN({Value()})",
            AggregateKind.Max => $"MAX({Value()})",
            AggregateKind.Share => AnsiSql.Quotient(
                $"COUNT(CASE WHEN {(where is null ? "" : where + " AND ")}{sql.Of(aggregate.Value!)} THEN {Known(dataset)} END)", $"COUNT({Chosen(Known(dataset))})"),
            _ => throw new UnspeakableException(aggregate.Kind.ToString()),
        };
    }

    /// <summary>A column that is there in every row, so that counting it counts rows.</summary>
    private string Known(Dataset dataset) =>
        dataset.Columns.OrderByDescending(column => dataset.Key.Contains(column.Name)).FirstOrDefault(column => column is { IsStored: true, IsOptional: false }) is { } known
            ? $"{AnsiSql.Name(dataset.Name)}.{AnsiSql.Name(known.Name)}"
            : throw new UnspeakableException($"count({dataset.Name})");

    /// <summary>A column behind links is named by its dataset, as long as only one way leads there.</summary>
    private string Column(Dataset from, ColumnPath path)
    {
        var end = from;
        foreach (var link in path.Links)
        {
            var next = catalog.Datasets[catalog.Link(end, link).To];
            if (next.Validity is not null || end.Columns.Count(column => column.LinksTo == next.Name) + end.Links.Count(other => other.To == next.Name) > 1)
                throw new UnspeakableException(path.ToString());
            end = next;
        }
        return isWritten(end.Name, path.Column)
            ? $"{AnsiSql.Name(end.Name)}.{AnsiSql.Name(path.Column)}"
            : throw new UnspeakableException(path.ToString());
    }
}
