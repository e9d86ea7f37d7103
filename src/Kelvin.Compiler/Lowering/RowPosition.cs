using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>A row in a statement: the dataset's own, or one that a link path leads to. Expressions are lowered as seen from it.</summary>
internal sealed record RowPosition(RowLowering Rows, Dataset Dataset, string Alias)
{
    /// <summary>An expression as seen from here.</summary>
    public SqlExpression Lower(RowExpression expression) => expression switch
    {
        RowExpression.Constant constant => Constant(constant),
        RowExpression.Column column => Lower(column.Path),
        RowExpression.Case choice => new SqlExpression.Case(
            [.. choice.Branches.Select(branch => new SqlBranch(Lower(branch.When), Lower(branch.Then)))],
            choice.Otherwise is null ? null : Lower(choice.Otherwise)),
        RowExpression.RolledUp rolled => Lower(rolled),
        RowExpression.MetricOf of => MetricOfRowLowering.Lower(of, this),
        RowExpression.Rate rate => RateLowering.Lower(rate, this),
        RowExpression.Call call => FunctionLowering.Lower(call, this),
        _ => throw new InvalidOperationException($"No SQL for {expression.GetType().Name}."),
    };

    /// <summary>A column as seen from here.</summary>
    public SqlExpression Lower(ColumnPath path)
    {
        var position = path.Links.Aggregate(this, (at, link) => at.Along(link, start: this));
        var column = position.Dataset.Find(path.Column)!;
        if (column.Computed is { } computed)
            return position.Lower(computed);
        var stored = new SqlExpression.Column(position.Alias, column.Name);
        return column.OverriddenBy is { } instead ? new SqlExpression.Call(SqlFunction.Coalesce, position.Lower(instead), stored) : stored;
    }

    /// <summary>The local day of an instant as seen from here: kept beside it, or else cut from it.</summary>
    public SqlExpression DayOf(RowExpression instant) =>
        instant is RowExpression.Column { Path: { Links.IsEmpty: true } path } && Rows.DaysOf(path.Column, this) is { } days
            ? new SqlExpression.Column(Alias, days)
            : new SqlExpression.Call(SqlFunction.DateOfTimestamp, Rows.Local(Lower(instant), instant, Dataset));

    private RowPosition Along(string name, RowPosition start)
    {
        var (link, target) = Rows.LinkOf(Dataset, name);
        var at = DatedLink.MomentOf(link, target, this, start);
        var kind = Rows.MayBeUnlinked(target) ? Rows.Joins.Kind : SqlJoinKind.Left;
        var alias = Rows.Joins.AliasOf(Alias, link.To, link.Name, at?.Value, alias =>
            new SqlJoin(kind, Rows.RowsOf(target, alias), Belongs(link, new RowPosition(Rows, target, alias), at)));
        return new RowPosition(Rows, target, alias);
    }

    /// <summary>Whether a row that a link may lead to is the one that belongs to this row.</summary>
    private SqlExpression Belongs(DatasetLink link, RowPosition there, RowMoment? at)
    {
        var conditions = link.On.Select(SqlExpression (pair) =>
            new SqlExpression.Call(SqlFunction.Equal, there.Lower(ColumnPath.Own(pair.There)), Lower(ColumnPath.Own(pair.Here)))).ToList();
        if (at is { } moment)
            conditions.Add(DatedLink.Holds(there.Dataset.Validity!, there, moment));
        return conditions.Count == 1 ? conditions[0] : new SqlExpression.Call(SqlFunction.And, conditions.ToArray());
    }

    /// <summary>Where no row links here a count is 0; other aggregates are missing.</summary>
    private SqlExpression Lower(RowExpression.RolledUp rolled)
    {
        var link = Rows.LinkOf(Rows.Catalog.Datasets[rolled.Of.Dataset], rolled.Link).Link;
        var value = Rows.Joins.Grouped(Alias, rolled.Of.Dataset, rolled.Link, SqlJoinKind.Left,
            () => Rows.Grouped(rolled.Of.Dataset, [.. link.On.Select(pair => ColumnPath.Own(pair.Here))]),
            () => [.. link.On.Select(pair => Lower(ColumnPath.Own(pair.There)))],
            join => join.ColumnOf(rolled.Of, () => AggregateLowering.Lower(rolled.Of, join.Rows)));
        return rolled.Of.Kind is AggregateKind.Count or AggregateKind.Distinct
            ? new SqlExpression.Call(SqlFunction.Coalesce, value, SqlExpression.Literal.Of(0))
            : value;
    }

    private static SqlExpression Constant(RowExpression.Constant constant) => constant.Value switch
    {
        decimal value => Decimal(value),
        bool flag => SqlExpression.Literal.Of(flag),
        DateOnly or DateTime => Moments.Constant(constant.Value),
        _ => new SqlExpression.Value(constant.Value),
    };

    /// <summary>Typed with just the digits it has, so that products stay exact.</summary>
    private static SqlExpression Decimal(decimal value)
    {
        var (digits, decimals) = Exactness.DigitsOf(value);
        return new SqlExpression.Cast(new SqlExpression.Value(value), new SqlType.Decimal(digits, decimals));
    }
}
