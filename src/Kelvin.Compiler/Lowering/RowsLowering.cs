using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Turns a measure, seen over the range of a question, into statements for the rows behind it.</summary>
public static class RowsLowering
{
    /// <summary>The column that counts the rows.</summary>
    public const string TotalColumn = "total";

    /// <summary>A page of the rows, with every column of the dataset, ordered by time and key; and the number of rows in all.</summary>
    public static (LoweredScan Page, LoweredScan Total) Lower(
        PinnedQuery query, Measure measure, ImmutableArray<TimeWindow> path, RowExpression? cell, int skip, int take)
    {
        var dataset = query.Bound.Catalog.Datasets[measure.Dataset];
        var rows = new RowLowering(query, dataset);
        ImmutableArray<SqlColumn> columns = [.. dataset.Columns.Select(column => new SqlColumn(rows.Lower(ColumnPath.Own(column.Name)), column.Name))];
        var order = rows.RowOrder(measure.Axis);
        var conditions = Conditions(query, measure, path, cell, rows);
        var converted = measure.Choice is RowChoice.Converted { Events: var events } ? new ConvertedRows(events, query, rows, tellsApart: true, asked: null) : null;
        if (converted?.IsInTime is { } isInTime)
            conditions = conditions is null ? isInTime : new SqlExpression.Call(SqlFunction.And, conditions, isInTime);
        var chosen = measure.Choice is RowChoice.Retained ? ReturnJoin(query, measure, path, cell, rows) : MomentJoin(query, measure, path, rows);
        var page = new SqlSelect
        {
            Columns = columns,
            From = converted?.Conversions ?? rows.Joins.Root,
            Joins = [.. converted is null ? [] : (SqlJoin[])[converted.Base], .. rows.Joins.Joins, .. chosen],
            Where = conditions,
            OrderBy = [.. order.Select(expression => new SqlOrder(expression))],
            Limit = take,
            Offset = skip,
        };
        var total = page with
        {
            Columns = [new SqlColumn(new SqlExpression.Aggregate(SqlAggregate.CountRows, null), TotalColumn)],
            OrderBy = [],
            Limit = null,
            Offset = null,
        };
        return (
            new LoweredScan(page, [.. dataset.Columns.Select(column => new LoweredColumn(column.Name, column.Type.Kind, rows.IsExact(ColumnPath.Own(column.Name), column.Type)))]),
            new LoweredScan(total, [new LoweredColumn(TotalColumn, ValueKind.Number, true)]));
    }

    /// <summary>The moment is chosen among all rows of the period, whatever cell is looked into.</summary>
    private static ImmutableArray<SqlJoin> MomentJoin(PinnedQuery query, Measure measure, ImmutableArray<TimeWindow> path, RowLowering outer)
    {
        var (isLast, series) = measure.Choice switch
        {
            RowChoice.Edge edge => (edge.IsLast, edge.Series),
            RowChoice.Held { At: not BalanceKind.Average } held => (true, held.Series),
            _ => (false, default),
        };
        if (series.IsDefault)
            return [];
        var inner = new RowLowering(query, query.Bound.Catalog.Datasets[measure.Dataset]);
        return [new EdgeRows(series, measure.Axis!, _ => []).Keep(isLast, bucketsFollow: true, Rows, inner, outer)];

        SqlSelect Rows()
        {
            var conditions = Conditions(query, measure, path, cell: null, inner);
            return new SqlSelect { Columns = [], From = inner.Joins.Root, Joins = inner.Joins.Joins, Where = conditions };
        }
    }

    /// <summary>Values return within a group, so the cell holds for what comes before the period too.</summary>
    private static ImmutableArray<SqlJoin> ReturnJoin(PinnedQuery query, Measure measure, ImmutableArray<TimeWindow> path, RowExpression? cell, RowLowering outer)
    {
        var inner = new RowLowering(query, query.Bound.Catalog.Datasets[measure.Dataset]);
        return [ReturningRows.Join((RowChoice.Retained)measure.Choice, measure.Axis!, WindowOf(query, measure, path, measure.Axis!).Start, Rows, inner, outer)];

        SqlSelect Rows()
        {
            var conditions = Conditions(query, measure, path, cell, inner);
            return new SqlSelect { Columns = [], From = inner.Joins.Root, Joins = inner.Joins.Joins, Where = conditions };
        }
    }

    private static SqlExpression? Conditions(
        PinnedQuery query, Measure measure, ImmutableArray<TimeWindow> path, RowExpression? cell, RowLowering rows)
    {
        var conditions = new List<SqlExpression>();
        if (measure is { Choice: RowChoice.Standing standing, Axis: { } start })
            conditions.Add(IsThere(standing, start, WindowOf(query, measure, path, start), rows));
        else if (measure is { Choice: RowChoice.Held held, Axis: { } placed })
            conditions.Add(IsHeld(held, placed, WindowOf(query, measure, path, placed), query.Bound.Calendar, rows));
        else if (measure is { Choice: RowChoice.Retained retained, Axis: { } seen })
            conditions.Add(ReturningRows.IsInReach(retained, seen, WindowOf(query, measure, path, seen), query.Bound.Calendar, rows));
        else if (query.IsUnbounded && path.IsEmpty)
        {
            if (measure.Axis is { MayBeMissing: true } optional)
                conditions.Add(new SqlExpression.Call(SqlFunction.IsNotNull, rows.Lower(optional.Path)));
        }
        else if (measure.Axis is { } axis)
            conditions.Add(Moments.IsWithin(rows.Lower(axis.Path), axis.IsInstant, WindowOf(query, measure, path, axis)));
        foreach (var condition in new[] { query.Bound.Filters.GetValueOrDefault(measure.Source), measure.Aggregate.Where, cell })
            if (condition is not null)
                conditions.Add(rows.Lower(condition));
        return conditions.Count switch
        {
            0 => null,
            1 => conditions[0],
            _ => new SqlExpression.Call(SqlFunction.And, conditions.ToArray()),
        };
    }

    private static Period WindowOf(PinnedQuery query, Measure measure, ImmutableArray<TimeWindow> path, TimeAxis axis) =>
        Windows.Of(query.Periods, path, query.Bound.Calendar, BegunOf(query, measure))[0] is var window && !axis.IsInstant
            ? Windows.WholeDays(window, query.Bound.Calendar)
            : window;

    private static DateTimeOffset? BegunOf(PinnedQuery query, Measure measure) =>
        query.BegunOf(measure) ?? query.DataFrom;

    /// <summary>Of a mean, the rows that are there on some day.</summary>
    private static SqlExpression IsThere(RowChoice.Standing standing, TimeAxis from, Period window, RowLowering rows)
    {
        var isClosing = standing.At == BalanceKind.Closing;
        return standing.At == BalanceKind.Average
            ? StandingRows.IsThereOnSomeDay(
                rows.Bucket(Grain.Day, from), rows.Bucket(Grain.Day, standing.To),
                Moments.Bound(window.Start, isInstant: false), Moments.Bound(window.End, isInstant: false))
            : StandingRows.IsThere(
                rows.Lower(from.Path), rows.Lower(standing.To.Path), Moments.Bound(isClosing ? window.End : window.Start, from.IsInstant), isClosing);
    }

    /// <summary>Of a mean, the rows that can hold on some day.</summary>
    private static SqlExpression IsHeld(RowChoice.Held held, TimeAxis axis, Period window, Calendar calendar, RowLowering rows)
    {
        var stretches = HeldRows.Windows([window], held, axis.IsInstant, calendar).ToArray();
        return stretches.Length == 0
            ? SqlExpression.Literal.Of(false)
            : Moments.IsWithin(rows.Lower(axis.Path), axis.IsInstant, new Period(Grain.Range, stretches[0].First, stretches[^1].After));
    }
}
