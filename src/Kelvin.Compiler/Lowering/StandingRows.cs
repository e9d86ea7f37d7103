using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Rows that are there from one moment up to but not including another.</summary>
internal static class StandingRows
{
    /// <summary>
    /// Whether a row is there at a period's edge. At its start: begun by then and not ended by then. At its end: begun before
    /// and not ended before, so that what ends exactly there is still there at the period's last moment.
    /// </summary>
    /// <param name="from">The row's start.</param>
    /// <param name="to">Its end; missing while it goes on.</param>
    /// <param name="edge">The first moment of the period, or the first after it.</param>
    /// <param name="atEnd">Whether the edge is the period's end.</param>
    public static SqlExpression IsThere(SqlExpression from, SqlExpression to, SqlExpression edge, bool atEnd) => new SqlExpression.Call(
        SqlFunction.And,
        new SqlExpression.Call(atEnd ? SqlFunction.Less : SqlFunction.LessOrEqual, from, edge),
        new SqlExpression.Call(SqlFunction.Or,
            new SqlExpression.Call(SqlFunction.IsNull, to),
            new SqlExpression.Call(atEnd ? SqlFunction.GreaterOrEqual : SqlFunction.Greater, to, edge)));
}
