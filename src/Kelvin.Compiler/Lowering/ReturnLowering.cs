using System.Collections.Immutable;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// The statement of a scan by returns: the rows with their bucket and value; beside each the bucket in which its value comes
/// next; and the number of rows per pair of buckets. Rows of one bucket follow each other at once and so count once.
/// </summary>
internal static class ReturnLowering
{
    private const string ValueColumn = ".value";
    private const string RowsAlias = ".rows";
    private const string ReturnsAlias = ".returns";

    /// <summary>The statement that works such a scan out.</summary>
    public static LoweredScan Lower(Scan scan, PinnedQuery query)
    {
        var how = (Bucketing.ByReturn)scan.Bucketing;
        var (rows, keys) = Rows(scan, how, query);
        var returns = how.Kind == ReturnKind.FirstOnly ? First(rows, keys) : Each(rows, keys, how.MostDays);
        var counted = IsAlwaysThere(scan, query) ? new SqlExpression.Aggregate(SqlAggregate.CountRows, null)
            : new SqlExpression.Aggregate(SqlAggregate.Count, new SqlExpression.Column(ReturnsAlias, ValueColumn));
        ImmutableArray<LoweredColumn> grouped = how.Kind == ReturnKind.FirstOnly ? keys
            : [keys[0], keys[0] with { Name = Scan.ReturnColumn }, .. keys[1..]];
        return new LoweredScan(
            new SqlSelect
            {
                Columns = [.. grouped.Select(key => Column(ReturnsAlias, key.Name)), new SqlColumn(counted, Scan.PartColumn(0))],
                From = new SqlSource.Subquery(returns, ReturnsAlias),
                GroupBy = [.. grouped.Select(key => new SqlExpression.Column(ReturnsAlias, key.Name))],
            },
            [.. grouped, new LoweredColumn(Scan.PartColumn(0), ValueKind.Number, true)]);
    }

    /// <summary>
    /// A row each: bucket, dimensions, value. It is the scan per bucket, with the value itself in the place of an aggregate of
    /// it, and so ungrouped. Rows without a value stay: they make the group exist, with none counted.
    /// </summary>
    private static (SqlSelect, ImmutableArray<LoweredColumn>) Rows(Scan scan, Bucketing.ByReturn how, PinnedQuery query)
    {
        var part = scan.Parts[0];
        var value = part.Where is null ? part.Value! : new RowExpression.Case([new(part.Where, part.Value!)], null, part.Value!.Type);
        var lowered = ScanLowering.Lower(scan with { Bucketing = new Bucketing.ByGrain(how.Grain), Parts = [new ScanPart(PartKind.Min, value, null, null)] }, query);
        var least = (SqlExpression.Aggregate)lowered.Select.Columns[^1].Expression;
        var select = lowered.Select with
        {
            Columns = [.. lowered.Select.Columns[..^1], new SqlColumn(least.Argument!, ValueColumn)],
            GroupBy = [],
        };
        return (select, lowered.Columns[..^1]);
    }

    /// <summary>Whether every row has a value: then rows are counted, and the engine need not carry the values along.</summary>
    private static bool IsAlwaysThere(Scan scan, PinnedQuery query) =>
        scan.Parts[0] is { Where: null, Value: RowExpression.Column { Path: { Links.IsEmpty: true } path } }
        && !new RowLowering(query, query.Bound.Catalog.Datasets[scan.Dataset]).MayBeMissing(path.Column);

    private static SqlSelect First(SqlSelect rows, ImmutableArray<LoweredColumn> keys)
    {
        ImmutableArray<SqlColumn> grouped = [.. keys[1..].Select(key => Column(RowsAlias, key.Name)), Column(RowsAlias, ValueColumn)];
        var first = new SqlExpression.Aggregate(SqlAggregate.Min, new SqlExpression.Column(RowsAlias, Scan.BucketColumn));
        return new SqlSelect
        {
            Columns = [new SqlColumn(first, Scan.BucketColumn), .. grouped],
            From = new SqlSource.Subquery(rows, RowsAlias),
            GroupBy = [.. grouped.Select(column => column.Expression)],
        };
    }

    private static SqlSelect Each(SqlSelect rows, ImmutableArray<LoweredColumn> keys, int mostDays)
    {
        var bucket = new SqlExpression.Column(RowsAlias, Scan.BucketColumn);
        ImmutableArray<SqlExpression> among = [.. keys[1..].Select(key => key.Name).Append(ValueColumn).Select(name => new SqlExpression.Column(RowsAlias, name))];
        var next = new SqlSelect
        {
            Columns =
            [
                .. keys.Select(key => Column(RowsAlias, key.Name)), Column(RowsAlias, ValueColumn),
                new SqlColumn(new SqlExpression.InNextRow(bucket, among, bucket), Scan.ReturnColumn),
            ],
            From = new SqlSource.Subquery(rows, RowsAlias),
        };
        var (from, to) = (new SqlExpression.Column(RowsAlias, Scan.BucketColumn), new SqlExpression.Column(RowsAlias, Scan.ReturnColumn));
        var isSoon = new SqlExpression.Call(SqlFunction.Less,
            new SqlExpression.Call(SqlFunction.DateDifferenceInDays, from, to), SqlExpression.Literal.Of(mostDays));
        return new SqlSelect
        {
            Columns =
            [
                .. keys.Select(key => Column(RowsAlias, key.Name)), Column(RowsAlias, ValueColumn),
                new SqlColumn(new SqlExpression.Case([new SqlBranch(isSoon, to)], null), Scan.ReturnColumn),
            ],
            From = new SqlSource.Subquery(next, RowsAlias),
        };
    }

    private static SqlColumn Column(string source, string name) => new(new SqlExpression.Column(source, name), name);
}
