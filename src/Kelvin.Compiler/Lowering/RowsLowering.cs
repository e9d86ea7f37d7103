using System.Collections.Immutable;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Turns a measure, seen over the range of a question, into statements for the rows behind it.</summary>
public static class RowsLowering
{
    /// <summary>The column that counts the rows.</summary>
    public const string TotalColumn = "total";

    /// <summary>A page of the rows, with every column of the dataset, ordered by time and key; and the number of rows in all.</summary>
    public static (LoweredScan Page, LoweredScan Total) Lower(
        PinnedQuery query, Measure measure, ImmutableArray<TimeWindow> path, RowExpression? cell, int skip, int take)
    {
        var dataset = query.Bound.Catalog.Datasets[measure.Dataset];
        var rows = new RowLowering(query, dataset);
        ImmutableArray<SqlColumn> columns = [.. dataset.Columns.Select(column => new SqlColumn(rows.Lower(ColumnPath.Own(column.Name)), column.Name))];
        var order = rows.RowOrder(measure.Axis);
        var conditions = Conditions(query, measure, path, cell, rows);
        var page = new SqlSelect
        {
            Columns = columns,
            From = rows.Joins.Root,
            Joins = rows.Joins.Joins,
            Where = conditions,
            OrderBy = [.. order.Select(expression => new SqlOrder(expression))],
            Limit = take,
            Offset = skip,
        };
        var total = page with
        {
            Columns = [new SqlColumn(new SqlExpression.Aggregate(SqlAggregate.CountRows, null), TotalColumn)],
            OrderBy = [],
            Limit = null,
            Offset = null,
        };
        return (
            new LoweredScan(page, [.. dataset.Columns.Select(column => new LoweredColumn(column.Name, column.Type.Kind, rows.IsExact(ColumnPath.Own(column.Name), column.Type)))]),
            new LoweredScan(total, [new LoweredColumn(TotalColumn, ValueKind.Number, true)]));
    }

    private static SqlExpression? Conditions(
        PinnedQuery query, Measure measure, ImmutableArray<TimeWindow> path, RowExpression? cell, RowLowering rows)
    {
        var conditions = new List<SqlExpression>();
        if (query.IsUnbounded && path.IsEmpty)
        {
            if (measure.Axis is { MayBeMissing: true } optional)
                conditions.Add(new SqlExpression.Call(SqlFunction.IsNotNull, rows.Lower(optional.Path)));
        }
        else if (measure.Axis is { } axis)
            conditions.Add(Moments.IsWithin(rows.Lower(axis.Path), axis.IsInstant, Windows.Of(query.Periods, path, query.Bound.Calendar, query.DataFrom)[0]));
        foreach (var condition in new[] { query.Bound.Filters.GetValueOrDefault(measure.Source), measure.Aggregate.Where, cell })
            if (condition is not null)
                conditions.Add(rows.Lower(condition));
        return conditions.Count switch
        {
            0 => null,
            1 => conditions[0],
            _ => new SqlExpression.Call(SqlFunction.And, conditions.ToArray()),
        };
    }
}
