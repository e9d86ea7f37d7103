using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Rows of a dataset grouped by the link that leads from them, with every aggregate that is asked of them.</summary>
/// <param name="rows">The rows, with the joins that the aggregates need.</param>
/// <param name="link">The values that the link goes by, and the columns of the rows it leads to that have the same.</param>
/// <param name="allowed">What the asker's rights demand of the rows, or null.</param>
internal sealed class RolledUpJoin(RowLowering rows, ImmutableArray<(SqlExpression Value, string Column)> link, SqlExpression? allowed)
{
    /// <summary>Begins the names of the columns that hold the values of the link.</summary>
    private const string KeyColumn = "linked_to";

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

    /// <summary>Whether a group is of rows that lead to a row.</summary>
    /// <param name="parent">The alias of the rows that the link leads to.</param>
    public SqlExpression On(string parent)
    {
        SqlExpression[] conditions = [.. link.Select((key, index) => new SqlExpression.Call(SqlFunction.Equal,
            new SqlExpression.Column(Alias, KeyName(index)), new SqlExpression.Column(parent, key.Column)))];
        return conditions.Length == 1 ? conditions[0] : new SqlExpression.Call(SqlFunction.And, conditions);
    }

    /// <summary>The groups as a join.</summary>
    public SqlJoin ToJoin(SqlExpression on) => new(SqlJoinKind.Left, new SqlSource.Subquery(
        new SqlSelect
        {
            Columns = [.. link.Select((key, index) => new SqlColumn(key.Value, KeyName(index))), .. _columns.Select(column => column.Column)],
            From = rows.Joins.Root,
            Joins = rows.Joins.Joins,
            Where = allowed,
            GroupBy = [.. link.Select(key => key.Value)],
        }, Alias), on);

    private static string KeyName(int index) => index == 0 ? KeyColumn : FormattableString.Invariant($"{KeyColumn}_{index + 1}");
}
