using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>The row that held at a moment: half-open, in local days where one side of a comparison knows only days.</summary>
internal static class DatedLink
{
    /// <summary>The moment of a dated link from a row: a column of that row, or the time of the row where its path starts; null for another link.</summary>
    public static RowMoment? MomentOf(DatasetLink link, Dataset target, RowPosition here, RowPosition start) =>
        target.Validity is null ? null
        : link.At is { } at ? RowMoment.Of(here, at)
        : RowMoment.Of(start, start.Dataset.Time!);

    /// <summary>Whether a row holds at a moment.</summary>
    public static SqlExpression Holds(Validity validity, RowPosition row, RowMoment at)
    {
        var start = RowMoment.Of(row, validity.From);
        var end = new RowMoment(row, Ends(validity, row.Dataset), new SqlExpression.Column(row.Alias, DatedRows.UntilColumn));
        var inDays = at.IsInstant != start.IsInstant;
        SqlExpression Side(RowMoment moment) => inDays ? moment.Day : moment.Value;
        return new SqlExpression.Call(SqlFunction.And,
            new SqlExpression.Call(SqlFunction.LessOrEqual, Side(start), Side(at)),
            new SqlExpression.Call(SqlFunction.Or,
                new SqlExpression.Call(SqlFunction.Less, Side(at), Side(end)),
                new SqlExpression.Call(SqlFunction.IsNull, end.Value)));
    }

    /// <summary>What the end of a row's time is worked out from.</summary>
    private static RowExpression Ends(Validity validity, Dataset dataset) => validity.To is { } to
        ? new RowExpression.Call(RowFunction.Least, [RowMoment.Stored(dataset, to), RowMoment.Stored(dataset, validity.From)], dataset.Find(to)!.Type)
        : RowMoment.Stored(dataset, validity.From);
}
