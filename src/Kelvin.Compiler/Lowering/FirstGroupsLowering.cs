using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Sorts and limits the groups of a statement where a scan asks for the first ones only.</summary>
internal static class FirstGroupsLowering
{
    /// <summary>The statement with its order and limit.</summary>
    /// <param name="select">The statement.</param>
    /// <param name="first">Which groups.</param>
    public static SqlSelect In(SqlSelect select, FirstGroups first)
    {
        var columns = select.Columns.ToDictionary(column => column.Alias, column => column.Expression, StringComparer.Ordinal);
        return select with
        {
            Having = Any([.. first.Present.Select(value => Known(value, columns))]),
            OrderBy = [.. first.Order.Select(order => new SqlOrder(
                order.Dimension is { } dimension ? columns[dimension] : Value(order.Value!, columns), order.Descending))],
            Limit = first.Count,
        };
    }

    private static SqlExpression Value(FrameExpression value, Dictionary<string, SqlExpression> columns) => value switch
    {
        FrameExpression.Column column => columns[column.Name],
        FrameExpression.MissingIfZero count => new SqlExpression.Call(SqlFunction.NullIf, Value(count.Of, columns), SqlExpression.Literal.Of(0)),
        FrameExpression.Call { Operator: MetricOperator.Coalesce, Arguments: [var known, _] } =>
            new SqlExpression.Call(SqlFunction.Coalesce, Value(known, columns), SqlExpression.Literal.Of(0)),
        FrameExpression.Call { Operator: MetricOperator.Divide, Arguments: [var above, var below] } =>
            new SqlExpression.Call(SqlFunction.Divide, Value(above, columns), Value(below, columns)),
        _ => throw new InvalidOperationException($"No order by {value.GetType().Name}."),
    };

    private static SqlExpression Known(FrameExpression value, Dictionary<string, SqlExpression> columns) =>
        new SqlExpression.Call(SqlFunction.IsNotNull, Value(value, columns));

    private static SqlExpression Any(ImmutableArray<SqlExpression> conditions) =>
        conditions is [var only] ? only : new SqlExpression.Call(SqlFunction.Or, conditions);
}
