using Kelvin.Interchange.Dbt.Planning;

namespace Kelvin.Interchange.Dbt.Referring;

/// <summary>Rows that a question reads, and the time by which they are placed.</summary>
/// <param name="Rows">The dataset.</param>
/// <param name="Dimension">The time dimension; null for rows without a time.</param>
internal sealed record RowAxis(DatasetPlan Rows, string? Dimension)
{
    public ColumnPlan? Column => Dimension is null ? null : Rows.ColumnOf(Dimension);

    /// <summary>The finest period that the axis tells apart.</summary>
    public string Granularity => (Dimension is null ? null : Rows.GranularityOf(Dimension)) ?? "day";
}
