using System.Collections.Immutable;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// The value of a metric for what a row leads to: the rows of each measure grouped by what they lead to and joined, and the
/// metric's arithmetic done on the row with the rules it has over frames.
/// </summary>
internal static class MetricOfRowLowering
{
    public static SqlExpression Lower(RowExpression.MetricOf of, RowPosition at)
    {
        var expression = of.Bind(at.Rows.Catalog);
        var columns = new Dictionary<string, SqlExpression>(StringComparer.Ordinal);
        // Groups of several measures that no row has anything in common with would not find each other.
        var kind = expression.Measures().Distinct().Count() == 1 ? at.Rows.Joins.Kind : SqlJoinKind.Left;
        var value = FrameLowering.Lower(Value(expression, of, at, kind, columns), columns);
        // What has no rows is zero for some metrics; what leads nowhere has no value at all.
        var leads = of.Here.Select(SqlExpression (path) => new SqlExpression.Call(SqlFunction.IsNotNull, at.Lower(path))).ToArray();
        SqlExpression known = leads.Length == 1 ? leads[0] : new SqlExpression.Call(SqlFunction.And, leads);
        if (kind == SqlJoinKind.Full)
            known = new SqlExpression.Call(SqlFunction.Or, known, new SqlExpression.Call(SqlFunction.IsNotNull, columns.Values.OfType<SqlExpression.Column>().First() with { Name = GroupedJoin.FirstKey }));
        return new SqlExpression.Case([new SqlBranch(known, new SqlExpression.Cast(value, new SqlType.Double()))], null);
    }

    private static FrameExpression Value(
        BoundExpression expression, RowExpression.MetricOf of, RowPosition at, SqlJoinKind kind, Dictionary<string, SqlExpression> columns)
    {
        FrameExpression Inner(BoundExpression inner) => Value(inner, of, at, kind, columns);
        return expression switch
        {
            BoundExpression.Constant constant => new FrameExpression.Constant(constant.Value),
            BoundExpression.Of measure => Value(measure.Measure, of, at, kind, columns),
            BoundExpression.Call call => new FrameExpression.Call(call.Operator, [.. call.Arguments.Select(Inner)]),
            BoundExpression.Case choice => new FrameExpression.Case(
                [.. choice.Branches.Select(branch => (Inner(branch.When), Inner(branch.Then)))], choice.Otherwise is null ? null : Inner(choice.Otherwise)),
            BoundExpression.Seen { Window: TimeWindow.Cumulative } cumulative => Inner(cumulative.Inner),
            _ => throw new InvalidOperationException($"No value of a row for {expression.GetType().Name}."),
        };
    }

    private static FrameExpression Value(Measure measure, RowExpression.MetricOf of, RowPosition at, SqlJoinKind kind, Dictionary<string, SqlExpression> columns)
    {
        var parts = MeasureParts.Of(measure);
        var by = of.By(measure);
        var way = $"by {string.Join(", ", of.Here)} = {string.Join(", ", by)} on {measure.Axis}";
        var names = ImmutableArray.CreateBuilder<FrameExpression>();
        foreach (var part in parts.Parts)
        {
            var name = FormattableString.Invariant($"{columns.Count}");
            columns[name] = at.Rows.Joins.Grouped(at.Alias, measure.Dataset, way, kind,
                () => at.Rows.Grouped(measure.Dataset, by, measure.Axis),
                () => [.. of.Here.Select(at.Lower)],
                join => join.ColumnOf(part, () => AggregateLowering.Lower(part, join.Rows, null, join.Rows.RowOrder(measure.Axis))));
            names.Add(new FrameExpression.Column(name));
        }
        return parts.Value(names.ToImmutable());
    }
}
