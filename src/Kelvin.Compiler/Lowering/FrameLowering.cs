using Kelvin.Compiler.Frames;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Arithmetic over frames said in SQL, for where it must be known row by row. The rules of what is missing are the same.</summary>
internal static class FrameLowering
{
    /// <summary>The expression, given what its columns are.</summary>
    public static SqlExpression Lower(FrameExpression expression, IReadOnlyDictionary<string, SqlExpression> columns)
    {
        SqlExpression Inner(FrameExpression inner) => Lower(inner, columns);
        return expression switch
        {
            FrameExpression.Column column => columns[column.Name],
            FrameExpression.Constant constant => Constant(constant.Value),
            FrameExpression.MissingIfZero count => new SqlExpression.Call(SqlFunction.NullIf, Inner(count.Of), SqlExpression.Literal.Of(0)),
            FrameExpression.Case choice => new SqlExpression.Case(
                [.. choice.Branches.Select(branch => new SqlBranch(Inner(branch.When), AsDouble(Inner(branch.Then))))],
                choice.Otherwise is null ? null : AsDouble(Inner(choice.Otherwise))),
            FrameExpression.Call { Operator: MetricOperator.Round, Arguments: [var value, FrameExpression.Constant decimals] } =>
                new SqlExpression.Call(SqlFunction.Round, AsDouble(Inner(value)), SqlExpression.Literal.Of((long)decimals.Value)),
            FrameExpression.Call { Operator: MetricOperator.And or MetricOperator.Or or MetricOperator.Not or MetricOperator.IsKnown } logic =>
                new SqlExpression.Call(FunctionOf(logic.Operator), [.. logic.Arguments.Select(Inner)]),
            FrameExpression.Call call => new SqlExpression.Call(FunctionOf(call.Operator), [.. call.Arguments.Select(argument => AsDouble(Inner(argument)))]),
            _ => throw new InvalidOperationException($"No SQL for {expression.GetType().Name}."),
        };
    }

    private static SqlExpression.Cast AsDouble(SqlExpression value) => new(value, new SqlType.Double());

    private static SqlExpression.Cast Constant(decimal value) => AsDouble(new SqlExpression.Value((double)value));

    private static SqlFunction FunctionOf(MetricOperator metric) => metric switch
    {
        MetricOperator.Add => SqlFunction.Add,
        MetricOperator.Subtract => SqlFunction.Subtract,
        MetricOperator.Multiply => SqlFunction.Multiply,
        MetricOperator.Divide => SqlFunction.Divide,
        MetricOperator.Negate => SqlFunction.Negate,
        MetricOperator.Absolute => SqlFunction.Absolute,
        MetricOperator.Least => SqlFunction.Least,
        MetricOperator.Greatest => SqlFunction.Greatest,
        MetricOperator.Coalesce => SqlFunction.Coalesce,
        MetricOperator.Equal => SqlFunction.Equal,
        MetricOperator.NotEqual => SqlFunction.NotEqual,
        MetricOperator.Less => SqlFunction.Less,
        MetricOperator.LessOrEqual => SqlFunction.LessOrEqual,
        MetricOperator.Greater => SqlFunction.Greater,
        MetricOperator.GreaterOrEqual => SqlFunction.GreaterOrEqual,
        MetricOperator.And => SqlFunction.And,
        MetricOperator.Or => SqlFunction.Or,
        MetricOperator.Not => SqlFunction.Not,
        MetricOperator.IsKnown => SqlFunction.IsNotNull,
        _ => throw new InvalidOperationException($"No SQL for {metric}."),
    };
}
