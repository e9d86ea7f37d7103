using System.Collections.Immutable;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// The moments of each bucket, and series, found by a grouped select over the same rows and joined to them: to keep the
/// rows of the first or last one, or to know how many there are. All rows of a moment count, also several of one series.
/// </summary>
/// <param name="series">Columns whose values together have moments of their own.</param>
/// <param name="axis">What places rows in time.</param>
/// <param name="bucket">What tells buckets apart, in either statement; nothing when there is one only.</param>
internal sealed class EdgeRows(ImmutableArray<string> series, TimeAxis axis, Func<RowLowering, ImmutableArray<SqlExpression>> bucket)
{
    private const string Alias = ".edge";
    private const string MomentColumn = ".at";
    private const string CountColumn = ".moments";

    /// <summary>How many moments a row's bucket, and series, has; where they were counted.</summary>
    public static SqlExpression Count => new SqlExpression.Column(Alias, CountColumn);

    /// <summary>The join that keeps the rows of the first or last moment.</summary>
    /// <param name="isLast">Whether the last is meant.</param>
    /// <param name="bucketsFollow">Whether a row's bucket follows from its moment, so that rows of one moment are in one bucket.</param>
    /// <param name="moments">The rows in a statement of their own, without columns; asked for last, when all joins are known.</param>
    /// <param name="inner">Lowers there.</param>
    /// <param name="outer">Lowers in the statement around.</param>
    public SqlJoin Keep(bool isLast, bool bucketsFollow, Func<SqlSelect> moments, RowLowering inner, RowLowering outer) => Join(
        new SqlColumn(new SqlExpression.Aggregate(isLast ? SqlAggregate.Max : SqlAggregate.Min, inner.Lower(axis.Path)), MomentColumn),
        new SqlExpression.Call(SqlFunction.Equal, outer.Lower(axis.Path), new SqlExpression.Column(Alias, MomentColumn)),
        bucketsFollow, moments, inner, outer);

    /// <summary>The join that counts moments and keeps all rows.</summary>
    public SqlJoin Counted(Func<SqlSelect> moments, RowLowering inner, RowLowering outer) => Join(
        new SqlColumn(new SqlExpression.Aggregate(SqlAggregate.CountDistinct, inner.Lower(axis.Path)), CountColumn), null, false, moments, inner, outer);

    private SqlJoin Join(SqlColumn found, SqlExpression? condition, bool bucketsFollow, Func<SqlSelect> moments, RowLowering inner, RowLowering outer)
    {
        var buckets = bucket(inner);
        ImmutableArray<(SqlColumn Inner, SqlExpression Outer, bool MayBeMissing)> keys =
        [
            .. buckets.Zip(bucket(outer), (one, other) => (one, other)).Select((pair, index) =>
                (new SqlColumn(pair.one, FormattableString.Invariant($".b{index}")), pair.other, false)),
            .. series.Select((column, index) => (
                new SqlColumn(inner.Lower(ColumnPath.Own(column)), FormattableString.Invariant($".s{index}")),
                outer.Lower(ColumnPath.Own(column)), outer.MayBeMissing(column))),
        ];
        var select = moments() with
        {
            Columns = [.. keys.Select(key => key.Inner), found],
            GroupBy = [.. keys.Select(key => key.Inner.Expression)],
        };
        var same = keys.Skip(bucketsFollow ? buckets.Length : 0).Select(SqlExpression (key) => new SqlExpression.Call(
            key.MayBeMissing ? SqlFunction.Same : SqlFunction.Equal, key.Outer, new SqlExpression.Column(Alias, key.Inner.Alias)));
        return new SqlJoin(SqlJoinKind.Inner, new SqlSource.Subquery(select, Alias),
            new SqlExpression.Call(SqlFunction.And, [.. same, .. condition is null ? [] : (SqlExpression[])[condition]]));
    }
}
