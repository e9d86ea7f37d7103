using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Days and instants in statements.</summary>
internal static class Moments
{
    /// <summary>A day (DateOnly) or an instant (DateTime, UTC), typed.</summary>
    public static SqlExpression Constant(object moment) =>
        new SqlExpression.Cast(new SqlExpression.Value(moment), moment is DateOnly ? new SqlType.Date() : new SqlType.Timestamp());

    /// <summary>Whether a row's moment lies in a half-open stretch.</summary>
    public static SqlExpression IsWithin(SqlExpression at, bool isInstant, Period stretch) => new SqlExpression.Call(
        SqlFunction.And,
        new SqlExpression.Call(SqlFunction.GreaterOrEqual, at, Bound(stretch.Start, isInstant)),
        new SqlExpression.Call(SqlFunction.Less, at, Bound(stretch.End, isInstant)));

    /// <summary>
    /// What a row's moment must meet to lie in one of the stretches, which follow one another: within their hull, and in none of
    /// the gaps. An engine skips blocks of rows by the bounds of one stretch, not by alternatives.
    /// </summary>
    public static IEnumerable<SqlExpression> AreWithin(SqlExpression at, bool isInstant, ImmutableArray<Period> stretches)
    {
        if (stretches.IsEmpty)
            return [SqlExpression.Literal.Of(false)];
        var hull = new Period(Grain.Range, stretches[0].Start, stretches[^1].End);
        return
        [
            IsWithin(at, isInstant, hull),
            .. stretches.Zip(stretches.Skip(1), (before, after) => new SqlExpression.Call(
                SqlFunction.Or,
                new SqlExpression.Call(SqlFunction.Less, at, Bound(before.End, isInstant)),
                new SqlExpression.Call(SqlFunction.GreaterOrEqual, at, Bound(after.Start, isInstant)))),
        ];
    }

    /// <summary>A bound of a stretch as the axis knows it: its local day, or the instant in UTC.</summary>
    public static SqlExpression Bound(DateTimeOffset moment, bool isInstant) => Constant(BoundValue(moment, isInstant));

    /// <summary>The value of <see cref="Bound"/>.</summary>
    public static object BoundValue(DateTimeOffset moment, bool isInstant) =>
        isInstant ? moment.UtcDateTime : DateOnly.FromDateTime(moment.DateTime);
}
