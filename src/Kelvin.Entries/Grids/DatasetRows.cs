using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Tree;

namespace Kelvin.Entries.Grids;

/// <summary>Reads stored columns of a dataset's rows as they lie, without what overrides them.</summary>
internal static class DatasetRows
{
    private const string Rows = "entered";

    /// <summary>The rows whose time lies from one moment up to another, or all, ordered by the dataset's key; at most so many.</summary>
    public static Task<Frame> ReadAsync(
        IRowSource source, Dataset dataset, IEnumerable<string> columns, (string Column, object From, object Until)? within, int most, CancellationToken cancellationToken)
    {
        ImmutableArray<Column> wanted = [.. columns.Distinct(StringComparer.Ordinal).Select(name => dataset.Find(name)!)];
        var select = new SqlSelect
        {
            Columns = [.. wanted.Select(column => new SqlColumn(Of(column.Name), column.Name))],
            From = new SqlSource.Table(dataset.Name, Rows),
            Where = within is var (time, from, until)
                ? new SqlExpression.Call(SqlFunction.And, Compare(SqlFunction.GreaterOrEqual, time, from), Compare(SqlFunction.Less, time, until))
                : null,
            OrderBy = [.. dataset.Key.Select(key => new SqlOrder(Of(key), false))],
            Limit = most,
        };
        return source.QueryAsync(SqlRenderer.Render(select, source.Dialect), [.. wanted.Select(column => new ResultColumn(column.Name, KindOf(column)))], cancellationToken);
    }

    private static SqlExpression.Call Compare(SqlFunction function, string column, object moment) => new(
        function, Of(column), new SqlExpression.Cast(new SqlExpression.Value(moment), moment is DateOnly ? new SqlType.Date() : new SqlType.Timestamp()));

    private static SqlExpression.Column Of(string column) => new(Rows, column);

    private static ResultKind KindOf(Column column) => column.Type.Kind switch
    {
        ValueKind.Text => ResultKind.Text,
        ValueKind.Boolean => ResultKind.Boolean,
        ValueKind.Date => ResultKind.Date,
        ValueKind.Timestamp => ResultKind.Timestamp,
        _ => column.Decimals is null ? ResultKind.Double : ResultKind.Decimal,
    };
}
