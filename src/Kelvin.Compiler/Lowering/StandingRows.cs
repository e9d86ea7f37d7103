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

    /// <summary>Whether a row is there at the end of any day of a period. It is at that of its first day, not at that of its last.</summary>
    /// <param name="from">The local day of the row's start.</param>
    /// <param name="to">That of its end; missing while it goes on.</param>
    /// <param name="first">The first day of the period.</param>
    /// <param name="after">The first day after it.</param>
    public static SqlExpression IsThereOnSomeDay(SqlExpression from, SqlExpression to, SqlExpression first, SqlExpression after) => new SqlExpression.Call(
        SqlFunction.And,
        new SqlExpression.Call(SqlFunction.Less, from, after),
        new SqlExpression.Call(SqlFunction.Or,
            new SqlExpression.Call(SqlFunction.IsNull, to),
            new SqlExpression.Call(SqlFunction.And,
                new SqlExpression.Call(SqlFunction.Greater, to, first),
                new SqlExpression.Call(SqlFunction.Greater, to, from))));

    /// <summary>On how many days' ends of the period a row is there that is there on some.</summary>
    public static SqlExpression Days(SqlExpression from, SqlExpression to, SqlExpression first, SqlExpression after) => new SqlExpression.Call(
        SqlFunction.DateDifferenceInDays,
        new SqlExpression.Call(SqlFunction.Greatest, from, first),
        new SqlExpression.Call(SqlFunction.Least, new SqlExpression.Call(SqlFunction.Coalesce, to, after), after));
}
