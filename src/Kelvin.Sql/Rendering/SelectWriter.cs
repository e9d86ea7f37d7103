using System.Globalization;
using Kelvin.Sql.Tree;

namespace Kelvin.Sql.Rendering;

/// <summary>Writes selects, a clause a line.</summary>
internal sealed class SelectWriter(SqlDialect dialect, ExpressionWriter expressions)
{
    private const string Indent = "  ";

    public string Write(SqlSelect select) => string.Join('\n', Clauses(select));

    private IEnumerable<string> Clauses(SqlSelect select)
    {
        if (!select.With.IsEmpty)
            yield return $"WITH {string.Join(",\n", select.With.Select(table => $"{dialect.Quote(table.Name)} AS {Nested(table.Select)}"))}";
        yield return $"SELECT\n{string.Join(",\n", select.Columns.Select(Column))}";
        if (select.From is { } from)
            yield return $"FROM {Source(from)}";
        foreach (var join in select.Joins)
            yield return Join(join);
        if (select.Where is { } where)
            yield return $"WHERE {Condition(where)}";
        if (!select.GroupingSets.IsEmpty)
            yield return $"GROUP BY GROUPING SETS ({string.Join(", ", select.GroupingSets.Select(set => $"({List(set.Expressions)})"))})";
        else if (!select.GroupBy.IsEmpty)
            yield return $"GROUP BY {string.Join(", ", select.GroupBy.Select(group => Position(select, group)))}";
        if (select.Having is { } having)
            yield return $"HAVING {Condition(having)}";
        if (!select.OrderBy.IsEmpty)
            yield return $"ORDER BY {string.Join(", ", select.OrderBy.Select(order => Order(select, order)))}";
        if (select.Limit is { } limit)
            yield return $"LIMIT {limit.ToString(CultureInfo.InvariantCulture)}";
        if (select.Offset is { } offset)
            yield return $"OFFSET {offset.ToString(CultureInfo.InvariantCulture)}";
    }

    private string Column(SqlColumn column) => $"{Indent}{expressions.Write(column.Expression)} AS {dialect.Quote(column.Alias)}";

    private string List(IEnumerable<SqlExpression> items) => string.Join(", ", items.Select(item => expressions.Write(item).Text));

    /// <summary>
    /// A returned column by its place: shorter, and it does not depend on the engine seeing that two expressions with
    /// parameters are the same.
    /// </summary>
    private string Position(SqlSelect select, SqlExpression expression)
    {
        for (var at = 0; at < select.Columns.Length; at++)
            if (select.Columns[at].Expression == expression)
                return (at + 1).ToString(CultureInfo.InvariantCulture);
        // A number on its own would be taken for a place.
        var written = expressions.Write(expression);
        return expression is SqlExpression.Literal ? $"({written})" : written.Text;
    }

    private string Order(SqlSelect select, SqlOrder order) =>
        $"{Position(select, order.Expression)}{(order.Descending ? " DESC" : "")} NULLS {(order.NullsLast ? "LAST" : "FIRST")}";

    private string Condition(SqlExpression condition) =>
        condition is SqlExpression.Call { Function: SqlFunction.And, Arguments.Length: > 1 } all
            ? string.Join($"\n{Indent}AND ", all.Arguments.Select(part => expressions.Write(part).In(SqlBinding.And)))
            : expressions.Write(condition).Text;

    private string Join(SqlJoin join) => join is { Kind: SqlJoinKind.AsOf or SqlJoinKind.LeftAsOf, Latest: { } latest }
        ? dialect.AsOfJoin(join.Kind == SqlJoinKind.LeftAsOf, Source(join.Source), dialect.Quote(join.Source.Alias), expressions.Write(join.On).Text, expressions.Write(latest).Text)
        : $"{join.Kind.ToString().ToUpperInvariant()} JOIN {Source(join.Source)} ON {expressions.Write(join.On)}";

    private string Source(SqlSource source) => source switch
    {
        SqlSource.Table table => $"{(table.Schema is { } schema ? dialect.Quote(schema) + "." : "")}{dialect.Quote(table.Name)} AS {dialect.Quote(table.Alias)}",
        SqlSource.Subquery subquery => $"{Nested(subquery.Select)} AS {dialect.Quote(subquery.Alias)}",
        SqlSource.Rows rows => Rows(rows),
        _ => throw new NotSupportedException($"No way to write {source.GetType()}."),
    };

    private string Rows(SqlSource.Rows rows)
    {
        var names = string.Join(", ", rows.Columns.Select(column => dialect.Quote(column.Name)));
        // VALUES cannot be empty, so no rows are one row that does not hold.
        var body = rows.Cells.IsEmpty
            ? $"SELECT {string.Join(", ", rows.Columns.Select(column => expressions.Cell(null, column.Type)))} WHERE false"
            : $"VALUES\n{string.Join(",\n", rows.Cells.Select(cells => Indented(Row(rows.Columns, cells))))}";
        return $"(\n{Indented(body)}\n) AS {dialect.Quote(rows.Alias)} ({names})";
    }

    private string Row(IReadOnlyList<SqlRowColumn> columns, IEnumerable<object?> cells) =>
        $"({string.Join(", ", cells.Select((cell, at) => expressions.Cell(cell, columns[at].Type)))})";

    private string Nested(SqlSelect select) => $"(\n{Indented(Write(select))}\n)";

    /// <summary>Only for text of ours: a line break inside a quoted name would be changed, so such names are written unindented.</summary>
    private static string Indented(string text) => QuotedLineBreak.IsIn(text) ? text : Indent + text.Replace("\n", $"\n{Indent}", StringComparison.Ordinal);
}
