using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Rows that hold for a time, with the moment until which each does: its own end, or the start of the next row of the same
/// key where that comes first. So at most one row of a key holds at any moment, whatever stands in the data.
/// </summary>
internal static class DatedRows
{
    /// <summary>The column of that moment. Like other names of ours it begins with a point.</summary>
    public const string UntilColumn = ".until";

    /// <summary>The stored columns of a dataset's rows, and <see cref="UntilColumn"/>.</summary>
    public static SqlSource Of(Dataset dataset, ImmutableArray<string> key, Validity validity, string alias)
    {
        SqlExpression Column(string name) => new SqlExpression.Column(dataset.Name, name);
        SqlExpression next = new SqlExpression.InNextRow(Column(validity.From), [.. key.Select(Column)], Column(validity.From));
        var until = validity.To is { } to ? new SqlExpression.Call(SqlFunction.Least, Column(to), next) : next;
        return new SqlSource.Subquery(
            new SqlSelect
            {
                Columns = [.. dataset.Columns.Where(column => column.IsStored).Select(column => new SqlColumn(Column(column.Name), column.Name)), new SqlColumn(until, UntilColumn)],
                From = new SqlSource.Table(dataset.Name, dataset.Name),
            },
            alias);
    }
}
