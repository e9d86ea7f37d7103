using System.Collections.Immutable;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Values that return: each value is looked at once per window, before it and within it, and then counted.</summary>
internal static class RetainedLowering
{
    private const string ValuesAlias = ".values";
    private const string BeforeColumn = ".before";
    private const string WithinColumn = ".within";

    /// <summary>The statement of a scan.</summary>
    public static LoweredScan Lower(RowChoice.Retained retained, Scan scan, PinnedQuery query)
    {
        var rows = new RowLowering(query, query.Bound.Catalog.Datasets[scan.Dataset]);
        var windows = ((Bucketing.ByWindow)scan.Bucketing).Windows;
        var at = rows.Lower(scan.Axis!.Path);
        var value = rows.Lower(retained.Value);
        (SqlColumn Key, LoweredColumn Column)[] keys =
            [ScanKeys.Bucket(scan, rows)!.Value, .. ScanKeys.Dimensions(scan, rows)];
        var first = new SqlExpression.Column(ScanKeys.WindowsAlias, "first");
        SqlExpression.Aggregate Rows(SqlFunction comparison) =>
            new(SqlAggregate.CountRows, null) { Filter = new SqlExpression.Call(comparison, at, first) };
        SqlExpression[] conditions =
            [new SqlExpression.Call(SqlFunction.IsNotNull, value), .. scan.Filter is { } filter ? (SqlExpression[])[rows.Lower(filter)] : []];
        var values = new SqlSelect
        {
            Columns =
            [
                .. keys.Select(key => key.Key),
                new SqlColumn(value, ".value"),
                new SqlColumn(Rows(SqlFunction.Less), BeforeColumn),
                new SqlColumn(Rows(SqlFunction.GreaterOrEqual), WithinColumn),
            ],
            From = rows.Joins.Root,
            Joins = [.. rows.Joins.Joins, WindowJoin(windows, retained, query, scan.Axis.IsInstant, at)],
            Where = conditions is [var only] ? only : new SqlExpression.Call(SqlFunction.And, conditions),
            GroupBy = [.. keys.Select(key => key.Key.Expression), value],
        };
        ImmutableArray<SqlColumn> outer = [.. keys.Select(key => new SqlColumn(new SqlExpression.Column(ValuesAlias, key.Key.Alias), key.Key.Alias))];
        return new LoweredScan(
            new SqlSelect
            {
                Columns = [.. outer, .. scan.Parts.Select((part, index) => new SqlColumn(Count(part), Scan.PartColumn(index)))],
                From = new SqlSource.Subquery(values, ValuesAlias),
                GroupBy = [.. outer.Select(column => column.Expression)],
            },
            [.. keys.Select(key => key.Column), .. scan.Parts.Select((_, index) => new LoweredColumn(Scan.PartColumn(index), ValueKind.Number, true))]);
    }

    private static SqlExpression.Aggregate Count(ScanPart part)
    {
        var before = IsThere(BeforeColumn);
        return new SqlExpression.Aggregate(SqlAggregate.CountRows, null)
        {
            Filter = part.Kind switch
            {
                PartKind.Returned => new SqlExpression.Call(SqlFunction.And, before, IsThere(WithinColumn)),
                PartKind.Before => before,
                _ => null,
            },
        };
    }

    private static SqlExpression.Call IsThere(string column) =>
        new(SqlFunction.Greater, new SqlExpression.Column(ValuesAlias, column), SqlExpression.Literal.Of(0));

    private static SqlJoin WindowJoin(
        ImmutableArray<Calendars.Period> windows, RowChoice.Retained retained, PinnedQuery query, bool isInstant, SqlExpression at)
    {
        SqlType moment = isInstant ? new SqlType.Timestamp() : new SqlType.Date();
        var source = new SqlSource.Rows(
            [new SqlRowColumn("number", new SqlType.BigInt()), new SqlRowColumn("before", moment), new SqlRowColumn("first", moment), new SqlRowColumn("after", moment)],
            [.. windows.Select((window, index) => (window, index)).Where(one => !one.window.IsEmpty).Select(one => (ImmutableArray<object?>)
                [
                    (long)one.index, Moments.BoundValue(Windows.Before(one.window, retained.Before, query.Bound.Calendar).Start, isInstant),
                    Moments.BoundValue(one.window.Start, isInstant), Moments.BoundValue(one.window.End, isInstant),
                ])],
            ScanKeys.WindowsAlias);
        return new SqlJoin(SqlJoinKind.Inner, source, new SqlExpression.Call(
            SqlFunction.And,
            new SqlExpression.Call(SqlFunction.GreaterOrEqual, at, new SqlExpression.Column(ScanKeys.WindowsAlias, "before")),
            new SqlExpression.Call(SqlFunction.Less, at, new SqlExpression.Column(ScanKeys.WindowsAlias, "after"))));
    }
}
