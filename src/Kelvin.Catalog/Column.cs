using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog;

/// <summary>A column of a dataset: stored, computed from the row, or rolled up from rows that link to it.</summary>
/// <param name="Name">Its name, unique in the dataset.</param>
/// <param name="Type">Kind and unit.</param>
/// <param name="Decimals">For numbers, digits kept after the decimal point; 0 means whole numbers. Null: binary floating point.</param>
/// <param name="IsOptional">Whether a value may be missing.</param>
public sealed record Column(string Name, DataType Type, int? Decimals, bool IsOptional)
{
    /// <summary>What people call it; null where the name has to do.</summary>
    public LocalText? Label { get; init; }

    /// <summary>The dataset this column leads to: its value is the key of at most one row there. Null for other columns.</summary>
    public string? LinksTo { get; init; }

    /// <summary>The formula of a computed or rolled-up column; null for a stored one.</summary>
    public RowExpression? Computed { get; init; }

    /// <summary>The formula of a computed column as written, without its equals sign; null for a stored one.</summary>
    public string? Formula { get; init; }

    /// <summary>Where a value stands that holds instead of the row's own, as seen from the row: a person has overridden it. Else null.</summary>
    public ColumnPath? OverriddenBy { get; init; }

    /// <summary>Where it is defined.</summary>
    public Place? Place { get; init; }

    /// <summary>Whether the column is stored rather than computed.</summary>
    public bool IsStored => Computed is null;
}
