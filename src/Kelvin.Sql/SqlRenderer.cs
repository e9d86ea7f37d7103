using Kelvin.Sql.Rendering;
using Kelvin.Sql.Tree;

namespace Kelvin.Sql;

/// <summary>Writes a tree as text that people can read: a clause a line, indented, values as parameters.</summary>
public static class SqlRenderer
{
    /// <summary>The statement in an engine's dialect. Equal values share a parameter.</summary>
    public static SqlText Render(SqlSelect select, SqlDialect dialect)
    {
        var parameters = new SqlParameters(dialect);
        var text = new SelectWriter(dialect, new ExpressionWriter(dialect, parameters)).Write(select);
        return new SqlText(text, parameters.Values);
    }
}
