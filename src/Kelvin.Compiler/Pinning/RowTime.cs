using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Pinning;

/// <summary>A date or an instant of a dataset's rows: one that they hold, or one that a formula makes of them.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Value">The stored column, or the formula.</param>
public sealed record RowTime(string Dataset, RowExpression Value)
{
    /// <summary>The stored column that it is; null where a formula makes it.</summary>
    public string? StoredColumn => Value is RowExpression.Column { Path: { Links.IsEmpty: true, Column: var column } } ? column : null;

    /// <summary>What a column of a dataset's own rows holds; of a computed one, what its formula makes.</summary>
    public static RowTime Of(Dataset dataset, Column column) =>
        new(dataset.Name, column.Computed ?? new RowExpression.Column(ColumnPath.Own(column.Name), column.Type));
}
