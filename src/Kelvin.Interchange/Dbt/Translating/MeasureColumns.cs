using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Sql;

namespace Kelvin.Interchange.Dbt.Translating;

/// <summary>The names in a measure's expression: columns of the table, by whatever name the dataset has them.</summary>
internal sealed class MeasureColumns(DatasetPlan rows) : ISqlNames
{
    /// <inheritdoc />
    public SqlValue? Column(string name) =>
        (rows.Storing(name) ?? rows.ColumnOf(name)) is { } column ? new SqlValue(new Formula.Name([column.Name]), column.Kind) : null;

    /// <inheritdoc />
    public SqlValue? Reference(string written) => null;
}
