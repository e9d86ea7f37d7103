using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// The rows of a first or last moment where a series has one row at most at any moment, as the dataset's key makes sure. Then rows
/// are read and grouped once, and what is asked of the chosen row is taken along, instead of finding its moment first and then the row.
/// </summary>
/// <param name="series">Columns whose values together have a moment of their own, as seen from a row.</param>
/// <param name="buckets">What tells buckets apart.</param>
/// <param name="at">What places rows in time.</param>
/// <param name="isLast">Whether the last moment is meant.</param>
internal sealed class SingleRows(ImmutableArray<SqlExpression> series, ImmutableArray<SqlExpression> buckets, SqlExpression at, bool isLast)
{
    private const string Alias = ".chosen";

    private readonly List<SqlColumn> _columns =
    [
        .. buckets.Concat(series).Distinct().Select((value, index) => new SqlColumn(value, FormattableString.Invariant($".k{index}"))),
    ];

    /// <summary>Whether a scan asks for rows of such a moment. A key holds for what was loaded; of a query's rows it is only said.</summary>
    public static bool AreMeant(Scan scan, Dataset dataset) =>
        SeriesOf(scan.Choice) is { IsEmpty: false } series && scan.Axis is { } axis
        && dataset is { Source: not DatasetSource.Query, RowKey: { IsEmpty: false } key }
        && key.All(column => dataset.Find(column) is { IsStored: true, IsOptional: false } && (series.Contains(column) || axis.Path == ColumnPath.Own(column)));

    /// <summary>The columns of a choice's series; empty for one without.</summary>
    public static ImmutableArray<string> SeriesOf(RowChoice choice) => choice switch
    {
        RowChoice.Edge edge => edge.Series,
        RowChoice.Held held => held.Series,
        _ => [],
    };

    /// <summary>The statement over the chosen rows only.</summary>
    /// <param name="all">The statement over all rows: keys, which it groups by, and aggregates.</param>
    public SqlSelect Of(SqlSelect all)
    {
        var keys = _columns.Count;
        ImmutableArray<SqlColumn> outer =
        [
            .. all.Columns.Select(column => column with { Expression = column.Expression is SqlExpression.Aggregate aggregate ? Over(aggregate) : Taken(column.Expression) }),
        ];
        var chosen = all with { Columns = [.. _columns], GroupBy = [.. _columns.Take(keys).Select(column => column.Expression)] };
        return new SqlSelect
        {
            Columns = outer,
            From = new SqlSource.Subquery(chosen, Alias),
            GroupBy = [.. all.GroupBy.Select(Taken)],
        };
    }

    private SqlExpression.Aggregate Over(SqlExpression.Aggregate aggregate) => aggregate with
    {
        Argument = aggregate.Argument is { } argument ? Taken(argument) : null,
        Filter = aggregate.Filter is { } filter ? Taken(filter) : null,
        OrderBy = [.. aggregate.OrderBy.Select(Taken)],
    };

    /// <summary>What a value of a row is at the chosen row: the same for the whole group, or that of the row at the moment.</summary>
    private SqlExpression Taken(SqlExpression value)
    {
        SqlExpression found = _columns.Any(column => column.Expression == value)
            ? value
            : new SqlExpression.Aggregate(isLast ? SqlAggregate.AtLast : SqlAggregate.AtFirst, value) { OrderBy = [at] };
        if (_columns.Find(column => column.Expression == found) is not { } taken)
            _columns.Add(taken = new SqlColumn(found, FormattableString.Invariant($".v{_columns.Count}")));
        return new SqlExpression.Column(Alias, taken.Alias);
    }
}
