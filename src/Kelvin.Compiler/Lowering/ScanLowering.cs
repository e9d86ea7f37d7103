using System.Collections.Immutable;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Fourth stage: turns a scan into a statement.</summary>
public static class ScanLowering
{
    private const string WindowsAlias = ".windows";

    /// <summary>The statement that works a scan out.</summary>
    public static LoweredScan Lower(Scan scan, PinnedQuery query)
    {
        if (scan.Bucketing is Bucketing.ByReturn)
            return ReturnLowering.Lower(scan, query);
        var catalog = query.Bound.Catalog;
        var rows = new RowLowering(query, catalog.Datasets[scan.Dataset]);
        var axis = scan.Axis is null ? null : rows.Lower(scan.Axis.Path);
        var order = rows.RowOrder(scan.Axis);
        var (keys, keyColumns) = Keys(scan, rows);
        var parts = scan.Parts.Select((part, index) => new SqlColumn(
            AggregateLowering.Lower(part, rows, part.Within is { } within ? Moments.IsWithin(axis!, scan.Axis!.IsInstant, within) : null, order),
            Scan.PartColumn(index))).ToArray();
        var filter = Conditions(scan, rows, axis);
        return new LoweredScan(
            new SqlSelect
            {
                Columns = [.. keys, .. parts],
                From = rows.Joins.Root,
                Joins = [.. rows.Joins.Joins, .. scan.Bucketing is Bucketing.ByWindow byWindow ? (SqlJoin[])[WindowJoin(byWindow, axis!, scan.Axis!.IsInstant)] : []],
                Where = filter.Count switch
                {
                    0 => null,
                    1 => filter[0],
                    _ => new SqlExpression.Call(SqlFunction.And, filter.ToArray()),
                },
                GroupBy = [.. keys.Select(key => key.Expression)],
            },
            [.. keyColumns, .. scan.Parts.Select((part, index) => new LoweredColumn(Scan.PartColumn(index), ValueKind.Number, IsExact(part, rows)))]);
    }

    private static (ImmutableArray<SqlColumn>, ImmutableArray<LoweredColumn>) Keys(Scan scan, RowLowering rows)
    {
        var (keys, columns) = (ImmutableArray.CreateBuilder<SqlColumn>(), ImmutableArray.CreateBuilder<LoweredColumn>());
        switch (scan.Bucketing)
        {
            case Bucketing.ByGrain byGrain:
                keys.Add(new SqlColumn(rows.Bucket(byGrain.Grain, scan.Axis!), Scan.BucketColumn));
                columns.Add(new LoweredColumn(Scan.BucketColumn, byGrain.Grain.IsWithinDay ? ValueKind.Timestamp : ValueKind.Date, false));
                break;
            case Bucketing.ByWindow:
                keys.Add(new SqlColumn(new SqlExpression.Column(WindowsAlias, "number"), Scan.BucketColumn));
                columns.Add(new LoweredColumn(Scan.BucketColumn, ValueKind.Number, true));
                break;
        }
        foreach (var dimension in scan.Dimensions)
        {
            keys.Add(new SqlColumn(rows.Lower(dimension.Value), dimension.Name));
            columns.Add(new LoweredColumn(dimension.Name, dimension.Value.Type.Kind, rows.IsExact(dimension.Value)));
        }
        return (keys.ToImmutable(), columns.ToImmutable());
    }

    private static List<SqlExpression> Conditions(Scan scan, RowLowering rows, SqlExpression? axis)
    {
        var conditions = new List<SqlExpression>();
        if (scan.Ranges is { } ranges)
        {
            var within = ranges.Select(range => Moments.IsWithin(axis!, scan.Axis!.IsInstant, range)).ToArray();
            conditions.Add(within.Length switch
            {
                0 => SqlExpression.Literal.Of(false),
                1 => within[0],
                _ => new SqlExpression.Call(SqlFunction.Or, within),
            });
        }
        else if (scan.Axis is { MayBeMissing: true })
            conditions.Add(new SqlExpression.Call(SqlFunction.IsNotNull, axis!));
        if (scan.Filter is { } filter)
            conditions.Add(rows.Lower(filter));
        return conditions;
    }

    private static SqlJoin WindowJoin(Bucketing.ByWindow byWindow, SqlExpression axis, bool isInstant)
    {
        SqlType moment = isInstant ? new SqlType.Timestamp() : new SqlType.Date();
        var windows = new SqlSource.Rows(
            [new SqlRowColumn("number", new SqlType.BigInt()), new SqlRowColumn("first", moment), new SqlRowColumn("after", moment)],
            [.. byWindow.Windows.Select((window, index) => (ImmutableArray<object?>)
                [(long)index, Moments.BoundValue(window.Start, isInstant), Moments.BoundValue(window.End, isInstant)])],
            WindowsAlias);
        return new SqlJoin(SqlJoinKind.Inner, windows, new SqlExpression.Call(
            SqlFunction.And,
            new SqlExpression.Call(SqlFunction.GreaterOrEqual, axis, new SqlExpression.Column(WindowsAlias, "first")),
            new SqlExpression.Call(SqlFunction.Less, axis, new SqlExpression.Column(WindowsAlias, "after"))));
    }

    private static bool IsExact(ScanPart part, RowLowering rows) =>
        part.IsCount || (part.Kind is not (PartKind.Median or PartKind.Percentile) && rows.IsExact(part.Value!));
}
