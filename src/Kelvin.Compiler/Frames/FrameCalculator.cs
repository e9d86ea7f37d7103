using Kelvin.Compiler.Planning;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Frames;

/// <summary>
/// Evaluates expressions over a frame. Exact numbers (decimal) stay exact through everything but division; an exact result
/// that no longer fits a decimal is worked out again in binary floating point.
/// </summary>
internal sealed class FrameCalculator(Frame frame)
{
    /// <summary>The values of an expression, as a column of decimal or double.</summary>
    public FrameColumn Column(FrameExpression expression, string name) => Numbers(expression).ToColumn(name);

    private NumberColumn Numbers(FrameExpression expression) => expression switch
    {
        FrameExpression.Column column => NumberColumn.From(frame[column.Name]),
        FrameExpression.Constant constant => NumberColumn.Constant(constant.Value, frame.Count),
        FrameExpression.InPeriods some => Numbers(some.Of).MissingIn(row => !some.Included[((FrameColumn<int>)frame[PlanNode.PeriodColumn]).Value(row)]),
        FrameExpression.PerPeriod known => NumberColumn.From(new FrameColumn<decimal>("", [.. Enumerable.Range(0, frame.Count).Select(row => known.Values[((FrameColumn<int>)frame[PlanNode.PeriodColumn]).Value(row)])])),
        FrameExpression.MissingIfZero count => Numbers(count.Of).MissingWhere(value => value == 0),
        FrameExpression.Case choice => Choose(choice),
        FrameExpression.Call call => Call(call.Operator, [.. call.Arguments.Select(Numbers)]),
        _ => throw new InvalidOperationException($"No value for {expression.GetType().Name}."),
    };

    private NumberColumn Call(MetricOperator op, NumberColumn[] arguments) => op switch
    {
        MetricOperator.Add => arguments[0].With(arguments[1], (left, right) => left + right, (left, right) => left + right),
        MetricOperator.Subtract => arguments[0].With(arguments[1], (left, right) => left - right, (left, right) => left - right),
        MetricOperator.Multiply => arguments[0].With(arguments[1], (left, right) => left * right, (left, right) => left * right),
        MetricOperator.Divide => arguments[0].DividedBy(arguments[1]),
        // Taken from zero, for the negation of zero keeps a minus that people would see.
        MetricOperator.Negate => arguments[0].Map(value => 0 - value, value => 0 - value),
        MetricOperator.Absolute => arguments[0].Map(Math.Abs, Math.Abs),
        MetricOperator.Round => Round(arguments[0], arguments[1]),
        MetricOperator.Least => NumberColumn.Pick(arguments, (candidate, best) => candidate < best),
        MetricOperator.Greatest => NumberColumn.Pick(arguments, (candidate, best) => candidate > best),
        MetricOperator.Coalesce => NumberColumn.Pick(arguments, (_, _) => false),
        MetricOperator.Equal => Test(arguments, order => order == 0),
        MetricOperator.NotEqual => Test(arguments, order => order != 0),
        MetricOperator.Less => Test(arguments, order => order < 0),
        MetricOperator.LessOrEqual => Test(arguments, order => order <= 0),
        MetricOperator.Greater => Test(arguments, order => order > 0),
        MetricOperator.GreaterOrEqual => Test(arguments, order => order >= 0),
        MetricOperator.And => arguments.Aggregate((left, right) => left.Logic(right, absorbing: 0)),
        MetricOperator.Or => arguments.Aggregate((left, right) => left.Logic(right, absorbing: 1)),
        MetricOperator.Not => arguments[0].Map(value => 1 - value, value => 1 - value),
        MetricOperator.IsKnown => arguments[0].Known(),
        _ => throw new InvalidOperationException($"No value for {op}."),
    };

    private static NumberColumn Round(NumberColumn value, NumberColumn decimals) =>
        value.With(decimals,
            (number, digits) => Math.Round(number, (int)digits, MidpointRounding.AwayFromZero),
            (number, digits) => Math.Round(number, (int)digits, MidpointRounding.AwayFromZero));

    private static NumberColumn Test(NumberColumn[] arguments, Func<int, bool> holds) =>
        arguments[0].Compare(arguments[1], holds);

    private NumberColumn Choose(FrameExpression.Case choice)
    {
        var result = choice.Otherwise is null ? NumberColumn.Missing(frame.Count) : Numbers(choice.Otherwise);
        foreach (var (when, then) in choice.Branches.Reverse())
            result = Numbers(then).Where(Numbers(when), result);
        return result;
    }
}
