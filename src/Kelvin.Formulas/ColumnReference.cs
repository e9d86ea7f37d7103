namespace Kelvin.Formulas;

/// <summary>A column by the dataset that has it.</summary>
public sealed record ColumnReference(string Dataset, string Column);
