using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>A day or an instant of a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Source">The columns of the row that it comes from: they tell between which moments it lies.</param>
/// <param name="Value">The value.</param>
internal readonly record struct RowMoment(RowPosition Row, RowExpression Source, SqlExpression Value)
{
    /// <summary>Whether it is an instant.</summary>
    public bool IsInstant => Source.Type.Kind == ValueKind.Timestamp;

    /// <summary>The local day.</summary>
    public SqlExpression Day =>
        IsInstant ? new SqlExpression.Call(SqlFunction.DateOfTimestamp, Row.Rows.Local(Value, Source, Row.Dataset)) : Value;

    /// <summary>The moment in a stored column of a row.</summary>
    public static RowMoment Of(RowPosition row, string column) =>
        new(row, Stored(row.Dataset, column), row.Lower(ColumnPath.Own(column)));

    /// <summary>A stored column of a dataset.</summary>
    public static RowExpression Stored(Dataset dataset, string column) =>
        new RowExpression.Column(ColumnPath.Own(column), dataset.Find(column)!.Type);
}
