using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Turns row expressions of a dataset into SQL, joining what they reach.</summary>
internal sealed class RowLowering
{
    private readonly PinnedQuery _query;
    private readonly Dataset _dataset;
    private readonly TimeColumns _timeColumns;
    private readonly Exactness _exactness;
    private readonly LocalTime _localTime;
    private readonly bool _keepsRights;

    /// <summary>Lowers expressions on rows of this dataset.</summary>
    /// <param name="query">The question.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="keepsRights">Whether rows that links lead to are only those the asker may see; not so inside the rights themselves.</param>
    public RowLowering(PinnedQuery query, Dataset dataset, bool keepsRights = true)
        : this(query, dataset, keepsRights, (dataset, alias) => new SqlSource.Table(dataset.Name, alias) { Schema = query.DaysOf(dataset)?.Schema })
    {
    }

    private RowLowering(PinnedQuery query, Dataset dataset, bool keepsRights, Func<Dataset, string, SqlSource> rows, SqlJoinKind joins = SqlJoinKind.Left)
    {
        _keepsRights = keepsRights;
        _query = query;
        _dataset = dataset;
        _timeColumns = new TimeColumns(Catalog);
        _exactness = new Exactness(Catalog);
        _localTime = new LocalTime(query.Bound.Calendar);
        Joins = new JoinTree(dataset, alias => rows(dataset, alias), joins);
    }

    /// <summary>The same with the rows to which none of the dataset's leads, of each side only those that the asker may see.</summary>
    public RowLowering WithUnlinked() => new(_query, _dataset, _keepsRights, RowsOf, SqlJoinKind.Full);

    /// <summary>The sources met so far.</summary>
    public JoinTree Joins { get; }

    /// <summary>The definitions.</summary>
    internal MetricCatalog Catalog => _query.Bound.Catalog;

    /// <summary>An expression on the dataset's own rows.</summary>
    public SqlExpression Lower(RowExpression expression) => new RowPosition(this, _dataset, Joins.RootAlias).Lower(expression);

    /// <summary>A column seen from the dataset's own rows.</summary>
    public SqlExpression Lower(ColumnPath path) => new RowPosition(this, _dataset, Joins.RootAlias).Lower(path);

    /// <summary>
    /// Whether it means something that nothing leads to a row: not of rows that hold for a time only, which are led to at some
    /// times and not at others, nor of the days of a calendar, nor of what overrides a value.
    /// </summary>
    internal bool MayBeUnlinked(Dataset dataset) =>
        dataset.Validity is null && !dataset.IsOverride && Catalog.Calendars.Values.All(calendar => calendar.PeriodsFrom?.Dataset != dataset.Name);

    /// <summary>Whether an expression on the dataset's own rows is an exact number.</summary>
    public bool IsExact(RowExpression expression) => _exactness.Of(expression, _dataset) is not null;

    /// <summary>Whether a column seen from the dataset's own rows is an exact number.</summary>
    public bool IsExact(ColumnPath path, DataType type) => IsExact(new RowExpression.Column(path, type));

    /// <summary>Whether a column of the dataset's own rows may be missing.</summary>
    public bool MayBeMissing(string column) => _dataset.Find(column) is not { IsOptional: false, IsStored: true };

    /// <summary>What settles which of two rows of equal time is first: the dataset's time column and key.</summary>
    public ImmutableArray<SqlExpression> RowOrder(TimeAxis? axis = null)
    {
        var time = axis?.Path ?? (_dataset.Time is { } own ? ColumnPath.Own(own) : null);
        return [.. time is null ? [] : (SqlExpression[])[Lower(time)], .. _dataset.RowKey.Select(key => Lower(ColumnPath.Own(key)))];
    }

    /// <summary>The instant an expression of a dataset gives, read on the local clock.</summary>
    internal SqlExpression Local(SqlExpression instant, RowExpression from, Dataset dataset) => _localTime.Of(instant, ExtentOf(from, dataset));

    /// <summary>
    /// The column that holds the local days of a column of instants, where the engine keeps them and the statement reads the
    /// rows that have them.
    /// </summary>
    internal string? DaysOf(string column, RowPosition at) =>
        at.Alias == Joins.RootAlias && Joins.Root is SqlSource.Table { Schema: not null } && _query.DaysOf(at.Dataset) is { } days && days.Instants == column
            ? days.Column
            : null;

    /// <summary>The first local day of the period of the dataset's own rows on an axis, or its first instant for grains within a day.</summary>
    public SqlExpression Bucket(Grain grain, TimeAxis axis)
    {
        var at = Lower(axis.Path);
        var from = new RowExpression.Column(axis.Path, axis.IsInstant ? DataType.Timestamp : DataType.Date);
        if (grain.IsWithinDay)
            return PeriodStart(grain, at, from, _dataset);
        return PeriodStart(grain, axis.IsInstant ? new RowPosition(this, _dataset, Joins.RootAlias).DayOf(from) : at, from, _dataset, axis.IsInstant ? at : null);
    }

    /// <summary>The first day of the period of a local day; for grains within a day the first instant of the period of an instant.</summary>
    /// <param name="grain">The grain.</param>
    /// <param name="moment">The local day, or the instant.</param>
    /// <param name="from">What it is in the formula.</param>
    /// <param name="dataset">The rows that the formula is about.</param>
    /// <param name="instant">Of a local day, the instant that it comes from; null where it is a day by itself.</param>
    internal SqlExpression PeriodStart(Grain grain, SqlExpression moment, RowExpression from, Dataset dataset, SqlExpression? instant = null) => grain.IsWithinDay
        ? _localTime.StartWithinDay(moment, grain == Grain.Hour ? SqlFunction.StartOfHour : SqlFunction.StartOfMinute, ExtentOf(from, dataset))
        : _query.Bound.Calendar.IsStandard(grain) ? BucketLowering.StartOf(grain, moment, Catalog.Settings.FiscalYearStart)
        : ListedBuckets.StartOf(grain, new LocalDay(moment, instant, ExtentOf(from, dataset)), _query.Bound.Calendar);

    /// <summary>What a workspace's calendar calls the period of a local day.</summary>
    internal SqlExpression PeriodName(Grain grain, SqlExpression day, RowExpression from, Dataset dataset, SqlExpression? instant) =>
        ListedBuckets.NameOf(grain, new LocalDay(day, instant, ExtentOf(from, dataset)), _query.Bound.Calendar);

    /// <summary>A local day moved by a number of periods of a workspace's calendar.</summary>
    internal SqlExpression PeriodsLater(Grain grain, int count, SqlExpression day, RowExpression from, Dataset dataset, SqlExpression? instant) =>
        ListedBuckets.Moved(grain, count, new LocalDay(day, instant, ExtentOf(from, dataset)), _query.Bound.Calendar);

    internal SqlExpression WorkingDay(SqlExpression date, RowExpression from, Dataset dataset, SqlExpression? instant) =>
        WorkingDayNumber.Of(new LocalDay(date, instant, ExtentOf(from, dataset)), _query.Bound.Calendar);

    internal (int Digits, int Decimals)? Digits(RowExpression expression, Dataset dataset) => _exactness.Of(expression, dataset);

    internal (DatasetLink Link, Dataset Target) LinkOf(Dataset from, string name)
    {
        var link = Catalog.Link(from, name);
        return (link, Catalog.Datasets[link.To]);
    }

    /// <summary>
    /// The rows of a dataset that a link leads to. One that the asker may not see is as if it were not there; still it ends
    /// the time of the row before it.
    /// </summary>
    internal SqlSource RowsOf(Dataset dataset, string alias)
    {
        if (!_keepsRights || _query.Bound.Rights.GetValueOrDefault(dataset.Name) is not { } allowed)
            return AllRowsOf(dataset, alias);
        var rows = new RowLowering(_query, dataset, keepsRights: false, AllRowsOf);
        var condition = rows.Lower(allowed);
        return new SqlSource.Subquery(
            new SqlSelect
            {
                Columns =
                [
                    .. dataset.Columns.Where(column => column.IsStored).Select(column => new SqlColumn(rows.Lower(ColumnPath.Own(column.Name)), column.Name)),
                    .. dataset.Validity is null ? [] : (SqlColumn[])[new SqlColumn(new SqlExpression.Column(rows.Joins.RootAlias, DatedRows.UntilColumn), DatedRows.UntilColumn)],
                ],
                From = rows.Joins.Root,
                Joins = rows.Joins.Joins,
                Where = condition,
            },
            alias);
    }

    private static SqlSource AllRowsOf(Dataset dataset, string alias) =>
        dataset.Validity is { } validity ? DatedRows.Of(dataset, dataset.Key, validity, alias) : new SqlSource.Table(dataset.Name, alias);

    /// <summary>The rows of a dataset that the asker may see, in groups. Rows without a place on an axis, where one is given, are left out.</summary>
    internal GroupedJoin Grouped(string dataset, ImmutableArray<ColumnPath> by, TimeAxis? axis = null)
    {
        var rows = new RowLowering(_query, Catalog.Datasets[dataset], _keepsRights, RowsOf);
        return new GroupedJoin(
            rows, [.. by.Select(rows.Lower)],
            axis is { MayBeMissing: true } ? new SqlExpression.Call(SqlFunction.IsNotNull, rows.Lower(axis.Path)) : null);
    }

    /// <summary>The extent of a time; where a window has moved the axis since extents were read, that of the axis, moved along.</summary>
    private Extent? ExtentOf(RowExpression expression, Dataset dataset) =>
        _query.Extents.Over(_timeColumns.Behind(expression, dataset))
        ?? (_query.Extents.Over(_timeColumns.Of(expression, dataset)) is { } read ? MovedExtent.Of(expression, read, _query.Bound.Calendar) : null);
}
