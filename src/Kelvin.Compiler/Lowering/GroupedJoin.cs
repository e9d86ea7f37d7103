using System.Collections.Immutable;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Rows of a dataset grouped by what they lead to, with everything that is worked out of them.</summary>
/// <param name="rows">The rows, with the joins that are needed.</param>
/// <param name="keys">What they are grouped by.</param>
/// <param name="where">Only rows for which this holds; null for all.</param>
internal sealed class GroupedJoin(RowLowering rows, ImmutableArray<SqlExpression> keys, SqlExpression? where)
{
    /// <summary>The column of the first value that rows are grouped by.</summary>
    public const string FirstKey = "linked_to";

    private readonly List<(object Meaning, SqlColumn Column)> _columns = [];

    /// <summary>Lowers expressions on the grouped rows.</summary>
    public RowLowering Rows => rows;

    /// <summary>The alias of the groups in the statement around them.</summary>
    public string Alias { get; set; } = "";

    /// <summary>The name of the column of an aggregate or a part of one, added when first asked for.</summary>
    public string ColumnOf(object meaning, Func<SqlExpression> lower)
    {
        var index = _columns.FindIndex(column => column.Meaning.Equals(meaning));
        if (index < 0)
        {
            index = _columns.Count;
            _columns.Add((meaning, new SqlColumn(lower(), FormattableString.Invariant($"v{index}"))));
        }
        return _columns[index].Column.Alias;
    }

    /// <summary>Whether a group is the one of these values.</summary>
    public SqlExpression On(ImmutableArray<SqlExpression> values)
    {
        SqlExpression[] conditions = [.. values.Select((value, index) =>
            new SqlExpression.Call(SqlFunction.Equal, new SqlExpression.Column(Alias, KeyName(index)), value))];
        return conditions.Length == 1 ? conditions[0] : new SqlExpression.Call(SqlFunction.And, conditions);
    }

    /// <summary>The groups as a join.</summary>
    public SqlJoin ToJoin(SqlJoinKind kind, SqlExpression on) => new(kind, new SqlSource.Subquery(
        new SqlSelect
        {
            Columns = [.. keys.Select((key, index) => new SqlColumn(key, KeyName(index))), .. _columns.Select(column => column.Column)],
            From = rows.Joins.Root,
            Joins = rows.Joins.Joins,
            Where = where,
            GroupBy = keys,
        }, Alias), on);

    private static string KeyName(int index) => index == 0 ? FirstKey : FormattableString.Invariant($"linked_to_{index + 1}");
}
