using System.Collections.Immutable;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Keeps the rows at the first or last moment of each bucket, and series: the moments are found by a grouped select over
/// the same rows, and joined. All rows of that moment count, also several of one series.
/// </summary>
internal static class EdgeRows
{
    private const string Alias = ".edge";
    private const string MomentColumn = ".at";

    /// <summary>The join that keeps them.</summary>
    /// <param name="edge">The rows that are meant.</param>
    /// <param name="moments">The same rows in a statement of their own: sources, joins and conditions; asked for last, when all joins are known.</param>
    /// <param name="inner">The rows there, for lowering.</param>
    /// <param name="outer">The rows around, for lowering.</param>
    /// <param name="axis">What places them in time.</param>
    /// <param name="bucket">The bucket of a row, as told in either statement; null when there is one only.</param>
    public static SqlJoin Join(
        RowSource.Edge edge, Func<SqlSelect> moments, RowLowering inner, RowLowering outer, TimeAxis axis, Func<RowLowering, SqlExpression>? bucket)
    {
        ImmutableArray<(SqlColumn Inner, SqlExpression Outer, bool MayBeMissing)> keys =
        [
            .. bucket is null ? [] : ((SqlColumn, SqlExpression, bool)[])[(new SqlColumn(bucket(inner), Scan.BucketColumn), bucket(outer), false)],
            .. edge.Series.Select((column, index) => (
                new SqlColumn(inner.Lower(ColumnPath.Own(column)), FormattableString.Invariant($".s{index}")),
                outer.Lower(ColumnPath.Own(column)), outer.MayBeMissing(column))),
        ];
        var moment = new SqlExpression.Aggregate(edge.IsLast ? SqlAggregate.Max : SqlAggregate.Min, inner.Lower(axis.Path));
        var select = moments() with
        {
            Columns = [.. keys.Select(key => key.Inner), new SqlColumn(moment, MomentColumn)],
            GroupBy = [.. keys.Select(key => key.Inner.Expression)],
        };
        var same = keys.Select(key => new SqlExpression.Call(
            key.MayBeMissing ? SqlFunction.Same : SqlFunction.Equal, key.Outer, new SqlExpression.Column(Alias, key.Inner.Alias)));
        var atMoment = new SqlExpression.Call(SqlFunction.Equal, outer.Lower(axis.Path), new SqlExpression.Column(Alias, MomentColumn));
        return new SqlJoin(SqlJoinKind.Inner, new SqlSource.Subquery(select, Alias), new SqlExpression.Call(SqlFunction.And, [.. same, atMoment]));
    }
}
