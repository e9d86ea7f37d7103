using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Fourth stage: turns a scan into a statement.</summary>
public static class ScanLowering
{
    /// <summary>The statement that works a scan out.</summary>
    public static LoweredScan Lower(Scan scan, PinnedQuery query)
    {
        if (scan.Source is RowSource.Returning returning)
            return ReturningLowering.Lower(returning, scan, query);
        var catalog = query.Bound.Catalog;
        var rows = new RowLowering(query, catalog.Datasets[scan.Dataset]);
        var axis = scan.Axis is null ? null : rows.Lower(scan.Axis.Path);
        var order = rows.RowOrder(scan.Axis);
        var firstMonth = catalog.Settings.FiscalYearStart;
        (SqlColumn Key, LoweredColumn Column)[] keys =
            [.. ScanKeys.Bucket(scan, rows, firstMonth) is { } bucket ? ((SqlColumn, LoweredColumn)[])[bucket] : [], .. ScanKeys.Dimensions(scan, rows)];
        var parts = scan.Parts.Select((part, index) => new SqlColumn(
            AggregateLowering.Lower(part, rows, part.Within is { } within ? Moments.IsWithin(axis!, scan.Axis!.IsInstant, within) : null, order),
            Scan.PartColumn(index))).ToArray();
        ImmutableArray<SqlJoin> chosen = scan.Source is RowSource.Edge edge ? [EdgeJoin(edge, scan, query, rows, firstMonth)] : [];
        return new LoweredScan(
            Read(scan, query, rows, chosen) with
            {
                Columns = [.. keys.Select(key => key.Key), .. parts],
                GroupBy = [.. keys.Select(key => key.Key.Expression)],
            },
            [.. keys.Select(key => key.Column), .. scan.Parts.Select((part, index) => new LoweredColumn(Scan.PartColumn(index), ValueKind.Number, IsExact(part, rows)))]);
    }

    /// <summary>The rows that a scan reads, as a statement without columns. Asked for last, when all joins are known.</summary>
    private static SqlSelect Read(Scan scan, PinnedQuery query, RowLowering rows, ImmutableArray<SqlJoin> chosen)
    {
        var filter = Conditions(scan, rows);
        ImmutableArray<SqlJoin> windows = WindowLowering.Joins(scan, rows);
        var converted = scan.Source is RowSource.Converted { Events: var events } ? new ConvertedRows(events, query, rows, StretchOf(scan, events)) : null;
        if (converted?.IsInTime is { } isInTime)
            filter.Add(isInTime);
        return new SqlSelect
        {
            Columns = [],
            From = converted?.Conversions ?? rows.Joins.Root,
            Joins = [.. converted is null ? [] : (SqlJoin[])[converted.Base], .. rows.Joins.Joins, .. windows, .. chosen],
            Where = filter.Count switch
            {
                0 => null,
                1 => filter[0],
                _ => new SqlExpression.Call(SqlFunction.And, filter.ToArray()),
            },
        };
    }

    /// <summary>The stretch in which base rows are asked for; null when they are placed in time by something else, or all are.</summary>
    private static Period? StretchOf(Scan scan, MetricExpression.Conversion events) =>
        scan is { Ranges: { IsEmpty: false } ranges, Axis: { } axis } && axis.Path == ColumnPath.Own(events.From.Time)
            ? new Period(Grain.Range, ranges[0].Start, ranges[^1].End)
            : null;

    private static SqlJoin EdgeJoin(RowSource.Edge edge, Scan scan, PinnedQuery query, RowLowering outer, int firstMonthOfYear)
    {
        var inner = new RowLowering(query, query.Bound.Catalog.Datasets[scan.Dataset]);
        var hasBucket = scan.Bucketing is not Bucketing.Whole;
        return EdgeRows.Join(
            edge, () => Read(scan, query, inner, []), inner, outer, scan.Axis!,
            hasBucket ? rows => ScanKeys.Bucket(scan, rows, firstMonthOfYear)!.Value.Key.Expression : null);
    }

    private static List<SqlExpression> Conditions(Scan scan, RowLowering rows)
    {
        var axis = scan.Axis is null ? null : rows.Lower(scan.Axis.Path);
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

    private static bool IsExact(ScanPart part, RowLowering rows) =>
        part.IsCount || (part.Kind is not (PartKind.Median or PartKind.Percentile) && rows.IsExact(part.Value!));
}
