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
        if (scan.Choice is RowChoice.Retained retained)
            return RetainedLowering.Lower(retained, scan, query);
        if (scan.Bucketing is Bucketing.ByReturn)
            return ReturnLowering.Lower(scan, query);
        var catalog = query.Bound.Catalog;
        var rows = new RowLowering(query, catalog.Datasets[scan.Dataset]);
        if (scan.KeepsUnlinked)
            rows = rows.WithUnlinked();
        var axis = scan.Axis is null ? null : rows.Lower(scan.Axis.Path);
        var order = rows.RowOrder(scan.Axis);
        (SqlColumn Key, LoweredColumn Column)[] keys =
            [.. ScanKeys.Bucket(scan, rows) is { } bucket ? ((SqlColumn, LoweredColumn)[])[bucket] : [], .. ScanKeys.Dimensions(scan, rows)];
        var weight = scan.Choice is RowChoice.Moments { Series.IsEmpty: false }
            ? new SqlExpression.Call(SqlFunction.Divide, SqlExpression.Literal.Of(1), EdgeRows.Count)
            : WindowLowering.Weight(scan, rows);
        var parts = scan.Parts.Select((part, index) => new SqlColumn(
            part.Kind == PartKind.Moments
                ? new SqlExpression.Aggregate(SqlAggregate.Max, EdgeRows.Count)
                : AggregateLowering.Lower(part, rows, part.Within is { } within ? Moments.IsWithin(axis!, scan.Axis!.IsInstant, within) : null, order, weight),
            Scan.PartColumn(index))).ToArray();
        var areSingle = SingleRows.AreMeant(scan, catalog.Datasets[scan.Dataset]);
        var chosen = areSingle ? [] : MomentsJoin(scan, query, rows);
        var select = Read(scan, query, rows, chosen) with
        {
            Columns = [.. keys.Select(key => key.Key), .. parts],
            GroupBy = [.. keys.Select(key => key.Key.Expression)],
        };
        if (areSingle)
            select = new SingleRows([.. SingleRows.SeriesOf(scan.Choice).Select(column => rows.Lower(ColumnPath.Own(column)))], Buckets(scan, rows), axis!, scan.Choice is RowChoice.Held or RowChoice.Edge { IsLast: true }).Of(select);
        return new LoweredScan(
            scan.First is { } first ? FirstGroupsLowering.In(select, first) : select,
            [.. keys.Select(key => key.Column), .. scan.Parts.Select((part, index) => new LoweredColumn(Scan.PartColumn(index), ValueKind.Number, IsExact(part, scan, rows)))]);
    }

    /// <summary>The rows that a scan reads, as a statement without columns. Asked for last, when all joins are known.</summary>
    private static SqlSelect Read(Scan scan, PinnedQuery query, RowLowering rows, ImmutableArray<SqlJoin> chosen)
    {
        var filter = Conditions(scan, rows);
        ImmutableArray<SqlJoin> windows = WindowLowering.Joins(scan, rows, query.Bound.Calendar);
        var converted = scan.Choice is RowChoice.Converted { Events: var events } ? new ConvertedRows(events, query, rows, TellsApart(scan, events), StretchOf(scan, events)) : null;
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

    /// <summary>Whether base rows of one moment may count differently.</summary>
    private static bool TellsApart(Scan scan, MetricExpression.Conversion events) =>
        !scan.Dimensions.IsEmpty || scan.Filter is not null || scan.Parts.Any(part => part.Where is not null) || scan.Axis?.Path != ColumnPath.Own(events.From.Time);

    /// <summary>The stretch in which base rows are asked for; null when they are placed in time by something else, or all are.</summary>
    private static Period? StretchOf(Scan scan, MetricExpression.Conversion events) =>
        scan is { Ranges: { IsEmpty: false } ranges, Axis: { } axis } && axis.Path == ColumnPath.Own(events.From.Time)
            ? new Period(Grain.Range, ranges[0].Start, ranges[^1].End)
            : null;

    /// <summary>The join that chooses rows by their moments, or counts moments; none for other choices.</summary>
    private static ImmutableArray<SqlJoin> MomentsJoin(Scan scan, PinnedQuery query, RowLowering outer)
    {
        if (scan.Axis is not { } axis || scan.Choice is RowChoice.All)
            return [];
        var inner = new RowLowering(query, query.Bound.Catalog.Datasets[scan.Dataset]);
        SqlSelect Rows() => Read(scan, query, inner, []);
        ImmutableArray<SqlExpression> Bucket(RowLowering rows) => Buckets(scan, rows);
        return scan.Choice switch
        {
            RowChoice.Edge edge => [new EdgeRows(edge.Series, axis, Bucket).Keep(edge.IsLast, scan.Bucketing is not Bucketing.ByWindow, Rows, inner, outer)],
            RowChoice.Held held => [new EdgeRows(held.Series, axis, Bucket).Keep(isLast: true, bucketsFollow: false, Rows, inner, outer)],
            RowChoice.Moments moments => [new EdgeRows(moments.Series, axis, Bucket).Counted(Rows, inner, outer)],
            _ => [],
        };
    }

    /// <summary>What tells apart the stretches of time in which rows are chosen.</summary>
    private static ImmutableArray<SqlExpression> Buckets(Scan scan, RowLowering rows) =>
    [
        .. ScanKeys.Bucket(scan, rows) is { } bucket ? (SqlExpression[])[bucket.Key.Expression] : [],
        .. scan.Choice is RowChoice.Held { At: BalanceKind.Average } ? (SqlExpression[])[WindowLowering.End] : [],
    ];

    private static List<SqlExpression> Conditions(Scan scan, RowLowering rows)
    {
        var axis = scan.Axis is null ? null : rows.Lower(scan.Axis.Path);
        var conditions = new List<SqlExpression>();
        if (scan.Ranges is { } ranges)
            conditions.AddRange(Moments.AreWithin(axis!, scan.Axis is { IsInstant: true }, ranges));
        else if (scan.Axis is { MayBeMissing: true })
            conditions.Add(new SqlExpression.Call(SqlFunction.IsNotNull, axis!));
        if (scan.Filter is { } filter)
            conditions.Add(rows.Lower(filter));
        return conditions;
    }

    private static bool IsExact(ScanPart part, Scan scan, RowLowering rows) =>
        scan.Choice is not RowChoice.Moments { Series.IsEmpty: false } && (part.IsCount || (part.Kind is not (PartKind.Median or PartKind.Percentile) && rows.IsExact(part.Value!)));
}
