namespace Kelvin.Formulas;

/// <summary>What a written name leads to from a dataset.</summary>
/// <param name="Path">The links to follow and the column, by their canonical names.</param>
/// <param name="Dataset">The dataset that has the column.</param>
/// <param name="Column">The column there.</param>
public sealed record ResolvedColumn(ColumnPath Path, DatasetSymbol Dataset, ColumnSymbol Column)
{
    /// <summary>The type of the column's values, as seen from the row where the path starts.</summary>
    public DataType Type => Column.Type with { Unit = Column.Type.Unit.SeenAlong(Path.Links) };
}
