using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Rows of a dataset grouped by the link that leads from them, with every aggregate that is asked of them.</summary>
/// <param name="rows">The rows, with the joins that the aggregates need.</param>
/// <param name="link">The value of the link column.</param>
/// <param name="allowed">What the asker's rights demand of the rows, or null.</param>
internal sealed class RolledUpJoin(RowLowering rows, SqlExpression link, SqlExpression? allowed)
{
    /// <summary>The column that holds the value of the link.</summary>
    public const string KeyColumn = "linked_to";

    private readonly List<(MetricExpression.Aggregate Aggregate, SqlColumn Column)> _columns = [];

    /// <summary>Lowers expressions on the grouped rows.</summary>
    public RowLowering Rows => rows;

    /// <summary>The alias of the groups in the statement around them.</summary>
    public string Alias { get; set; } = "";

    /// <summary>The name of an aggregate's column, added when first asked for.</summary>
    public string ColumnOf(MetricExpression.Aggregate aggregate, Func<SqlExpression> lower)
    {
        var index = _columns.FindIndex(column => column.Aggregate == aggregate);
        if (index < 0)
        {
            index = _columns.Count;
            _columns.Add((aggregate, new SqlColumn(lower(), FormattableString.Invariant($"v{index}"))));
        }
        return _columns[index].Column.Alias;
    }

    /// <summary>The groups as a join.</summary>
    public SqlJoin ToJoin(SqlExpression on) => new(SqlJoinKind.Left, new SqlSource.Subquery(
        new SqlSelect
        {
            Columns = [new SqlColumn(link, KeyColumn), .. _columns.Select(column => column.Column)],
            From = rows.Joins.Root,
            Joins = rows.Joins.Joins,
            Where = allowed,
            GroupBy = [link],
        }, Alias), on);
}
