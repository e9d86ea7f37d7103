using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Planning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>The rows behind values that return: those of the stretch before a period, and those in it whose value is there before.</summary>
internal static class ReturningRows
{
    private const string Alias = ".before";
    private const string ValueColumn = ".value";
    private const string FirstColumn = ".first";

    /// <summary>Whether a row has a value and lies in the period or in the stretch before it.</summary>
    public static SqlExpression IsInReach(RowChoice.Retained retained, TimeAxis axis, Period window, Calendar calendar, RowLowering rows) =>
        new SqlExpression.Call(
            SqlFunction.And,
            new SqlExpression.Call(SqlFunction.IsNotNull, rows.Lower(retained.Value)),
            Moments.IsWithin(rows.Lower(axis.Path), axis.IsInstant, new Period(Grain.Range, Windows.Before(window, retained.Before, calendar).Start, window.End)));

    /// <summary>The join that keeps the rows of values which are there before the period.</summary>
    /// <param name="retained">Which values.</param>
    /// <param name="axis">What places rows in time.</param>
    /// <param name="start">The first moment of the period.</param>
    /// <param name="reached">The rows in reach in a statement of their own, without columns; asked for last, when all joins are known.</param>
    /// <param name="inner">Lowers there.</param>
    /// <param name="outer">Lowers in the statement around.</param>
    public static SqlJoin Join(
        RowChoice.Retained retained, TimeAxis axis, DateTimeOffset start, Func<SqlSelect> reached, RowLowering inner, RowLowering outer)
    {
        var value = inner.Lower(retained.Value);
        var first = new SqlExpression.Aggregate(SqlAggregate.Min, inner.Lower(axis.Path));
        var values = reached() with { Columns = [new SqlColumn(value, ValueColumn), new SqlColumn(first, FirstColumn)], GroupBy = [value] };
        return new SqlJoin(SqlJoinKind.Inner, new SqlSource.Subquery(values, Alias), new SqlExpression.Call(
            SqlFunction.And,
            new SqlExpression.Call(SqlFunction.Equal, outer.Lower(retained.Value), new SqlExpression.Column(Alias, ValueColumn)),
            new SqlExpression.Call(SqlFunction.Less, new SqlExpression.Column(Alias, FirstColumn), Moments.Bound(start, axis.IsInstant))));
    }
}
