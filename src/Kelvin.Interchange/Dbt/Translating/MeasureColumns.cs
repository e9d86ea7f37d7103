using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Sql;

namespace Kelvin.Interchange.Dbt.Translating;

/// <summary>The names in a measure's expression: columns of the table, by whatever name the dataset has them.</summary>
/// <param name="rows">The dataset.</param>
/// <param name="isQualified">Whether the dataset is named too, as where a formula stands by itself.</param>
internal sealed class MeasureColumns(DatasetPlan rows, bool isQualified = false) : ISqlNames
{
    /// <inheritdoc />
    public SqlValue? Column(string name) =>
        (rows.Storing(name) ?? rows.ColumnOf(name)) is { } column ? new SqlValue(new Formula.Name(isQualified ? [rows.Name, column.Name] : [column.Name]), column.Kind) : null;

    /// <inheritdoc />
    public SqlValue? Reference(string written) => null;
}
