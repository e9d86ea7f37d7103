using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Conversions, each joined to its base row: the latest at or before it with equal columns. The base rows take the place of
/// the dataset's own in the statement, so that its time, dimensions and links are theirs.
/// </summary>
internal sealed class ConvertedRows
{
    private const string Alias = ".converted";
    private const string TimeColumn = ".at";

    private readonly MetricExpression.Conversion _events;
    private readonly PinnedQuery _query;
    private readonly string _root;
    private readonly Period? _asked;
    private readonly bool _isInstant;
    private readonly bool _tellsApart;

    /// <summary>The conversions of a statement.</summary>
    /// <param name="events">Both kinds of rows.</param>
    /// <param name="query">The question.</param>
    /// <param name="rows">The statement's own rows: the base rows.</param>
    /// <param name="tellsApart">Whether it matters which of several base rows of one moment is meant, as where they are grouped or filtered.</param>
    /// <param name="asked">The stretch in which base rows are asked for, or null for all: nothing further away can matter.</param>
    public ConvertedRows(MetricExpression.Conversion events, PinnedQuery query, RowLowering rows, bool tellsApart, Period? asked)
    {
        _tellsApart = tellsApart;
        (_events, _query, _root, _asked) = (events, query, rows.Joins.RootAlias, asked);
        _isInstant = query.Bound.Catalog.Datasets[events.From.Dataset].Find(events.From.Time)!.Type.Kind == ValueKind.Timestamp;
    }

    /// <summary>The conversions: the first source of the statement.</summary>
    public SqlSource Conversions => new SqlSource.Subquery(
        Select(_events.To, _events.Same.Select(pair => pair.To), keepsColumns: false, _query.Bound.Rights.GetValueOrDefault(_events.To.Dataset)), Alias);

    /// <summary>Their base rows, under the alias of the dataset's own.</summary>
    public SqlJoin Base
    {
        get
        {
            var at = new SqlExpression.Column(_root, TimeColumn);
            var same = _events.Same.Select((_, index) => new SqlExpression.Call(
                SqlFunction.Equal, new SqlExpression.Column(Alias, KeyColumn(index)), new SqlExpression.Column(_root, KeyColumn(index))));
            var isBefore = new SqlExpression.Call(SqlFunction.GreaterOrEqual, new SqlExpression.Column(Alias, TimeColumn), at);
            var rows = new SqlSource.Subquery(Select(_events.From, _events.Same.Select(pair => pair.From), keepsColumns: true, _query.Bound.Rights.GetValueOrDefault(_events.From.Dataset)), _root);
            return new SqlJoin(SqlJoinKind.AsOf, rows, new SqlExpression.Call(SqlFunction.And, [.. same, isBefore])) { Latest = at };
        }
    }

    /// <summary>Whether a conversion came soon enough; null where any time will do.</summary>
    public SqlExpression? IsInTime => _events.Within is { } within
        ? new SqlExpression.Call(SqlFunction.Less, new SqlExpression.Column(Alias, TimeColumn), Later(new SqlExpression.Column(_root, TimeColumn), within))
        : null;

    private static string KeyColumn(int index) => FormattableString.Invariant($".key{index}");

    private SqlExpression Later(SqlExpression at, CalendarSpan within) => _isInstant
        ? new SqlExpression.Call(SqlFunction.AddSeconds, at, SqlExpression.Literal.Of((long)Length(within).TotalSeconds))
        : new SqlExpression.Call(SqlFunction.AddDays, at, SqlExpression.Literal.Of((long)Length(within).TotalDays));

    private static TimeSpan Length(CalendarSpan within) => within.Count * (
        within.Step == Grain.Minute ? TimeSpan.FromMinutes(1)
        : within.Step == Grain.Hour ? TimeSpan.FromHours(1)
        : within.Step == Grain.Week ? TimeSpan.FromDays(7)
        : TimeSpan.FromDays(1));

    private SqlSelect Select(MetricExpression.EventRows events, IEnumerable<string> keys, bool keepsColumns, RowExpression? allowed)
    {
        var dataset = _query.Bound.Catalog.Datasets[events.Dataset];
        var rows = new RowLowering(_query, dataset);
        var at = rows.Lower(ColumnPath.Own(events.Time));
        ImmutableArray<SqlColumn> columns =
        [
            .. keepsColumns ? dataset.Columns.Where(column => column.IsStored).Select(column => new SqlColumn(rows.Lower(ColumnPath.Own(column.Name)), column.Name)) : [],
            .. keepsColumns && _query.DaysOf(dataset) is { } days ? (SqlColumn[])[new SqlColumn(new SqlExpression.Column(rows.Joins.RootAlias, days.Column), days.Column)] : [],
            .. keys.Select((key, index) => new SqlColumn(rows.Lower(ColumnPath.Own(key)), KeyColumn(index))),
            new SqlColumn(at, TimeColumn),
        ];
        ImmutableArray<SqlExpression> groups = keepsColumns && _tellsApart && !IsUnique(dataset) ? [.. columns.Where(column => IsGroup(column)).Select(column => column.Expression)] : [];
        if (!groups.IsEmpty)
            columns = [.. columns.Select(column => IsGroup(column) ? column : column with { Expression = AtGreatest(column.Expression, dataset, rows) })];
        SqlExpression[] conditions = [.. InReach(at), .. new[] { events.Where, allowed }.OfType<RowExpression>().Select(rows.Lower)];
        return new SqlSelect
        {
            Columns = columns,
            From = rows.Joins.Root,
            Joins = rows.Joins.Joins,
            Where = conditions.Length switch
            {
                0 => null,
                1 => conditions[0],
                _ => new SqlExpression.Call(SqlFunction.And, conditions),
            },
            GroupBy = groups,
        };
    }

    private bool IsGroup(SqlColumn column) =>
        column.Alias == TimeColumn || _events.Same.Select((_, index) => KeyColumn(index)).Contains(column.Alias);

    /// <summary>Whether the columns that match, together with the time, name one base row.</summary>
    private bool IsUnique(Dataset dataset) =>
        !dataset.Key.IsEmpty && dataset.Key.All(key => key == _events.From.Time || _events.Same.Any(pair => pair.From == key));

    /// <summary>Of base rows that nothing else tells apart, the one with the greatest key is meant; without a key, with the greatest values.</summary>
    private static SqlExpression.Aggregate AtGreatest(SqlExpression value, Dataset dataset, RowLowering rows)
    {
        var order = dataset.Key.IsEmpty ? dataset.Columns.Where(column => column.IsStored).Select(column => column.Name) : dataset.Key;
        return new SqlExpression.Aggregate(SqlAggregate.AtLast, value) { OrderBy = [.. order.Select(column => rows.Lower(ColumnPath.Own(column)))] };
    }

    /// <summary>
    /// A base row that is asked for can be passed over only for a later one, and converted only soon after it; so nothing
    /// before the stretch matters, and nothing so long after it.
    /// </summary>
    private IEnumerable<SqlExpression> InReach(SqlExpression at)
    {
        if (_asked is not { } asked)
            yield break;
        yield return new SqlExpression.Call(SqlFunction.GreaterOrEqual, at, Moments.Bound(asked.Start, _isInstant));
        if (_events.Within is { } within)
            yield return new SqlExpression.Call(SqlFunction.Less, at, Moments.Bound(asked.End + Length(within), _isInstant));
    }
}
