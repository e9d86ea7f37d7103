namespace Kelvin.Formulas;

/// <summary>A column by the dataset that has it.</summary>
public readonly record struct ColumnReference(string Dataset, string Column);
