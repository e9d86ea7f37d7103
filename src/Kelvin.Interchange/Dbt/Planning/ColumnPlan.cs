using Kelvin.Formulas;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>A column of a dataset to be.</summary>
/// <param name="Name">Its name: that of the entity or dimension it holds, else the table's.</param>
/// <param name="Kind">What its values are.</param>
internal sealed record ColumnPlan(string Name, ValueKind Kind)
{
    /// <summary>The column of the table; null for a computed one.</summary>
    public string? Stored { get; init; }

    /// <summary>The type of a stored column in words.</summary>
    public string? Type { get; init; }

    /// <summary>The formula of a computed column.</summary>
    public string? Formula { get; init; }

    public string? Label { get; init; }
}
